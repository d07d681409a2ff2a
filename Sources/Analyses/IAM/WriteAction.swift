import Infrastructure

/// An IAM action that can cause an event, and what it causes.
///
/// Source: AWS service authorization reference with the event types of S3 and the DynamoDB streams guide, 2026-11.
struct WriteAction: Sendable {
  let name: String
  /// The kind of resource that the event appears in.
  let kind: ResourceKind
  /// What may happen to objects, where the kind is a bucket.
  var objects: ObjectChanges = []
  /// What may happen to items, where the kind is a table.
  var items: ItemChanges = []

  /// Every action that matters for loops; an action's place in it is its bit in an `ActionSet`.
  static let all: [WriteAction] = [
    WriteAction(name: "s3:PutObject", kind: .bucket, objects: .created),
    WriteAction(name: "s3:ReplicateObject", kind: .bucket, objects: .created),
    WriteAction(name: "s3:DeleteObject", kind: .bucket, objects: [.deleted, .markedDeleted]),
    WriteAction(name: "s3:DeleteObjectVersion", kind: .bucket, objects: .deleted),
    WriteAction(name: "s3:ReplicateDelete", kind: .bucket, objects: .markedDeleted),
    WriteAction(name: "s3:PutObjectTagging", kind: .bucket, objects: .tagged),
    WriteAction(name: "s3:PutObjectVersionTagging", kind: .bucket, objects: .tagged),
    WriteAction(name: "s3:DeleteObjectTagging", kind: .bucket, objects: .untagged),
    WriteAction(name: "s3:DeleteObjectVersionTagging", kind: .bucket, objects: .untagged),
    WriteAction(name: "s3:PutObjectAcl", kind: .bucket, objects: .accessChanged),
    WriteAction(name: "s3:PutObjectVersionAcl", kind: .bucket, objects: .accessChanged),
    WriteAction(name: "s3:RestoreObject", kind: .bucket, objects: .restored),
    WriteAction(name: "s3:PutObjectRetention", kind: .bucket, objects: .retained),
    WriteAction(name: "dynamodb:PutItem", kind: .table, items: [.inserted, .modified]),
    WriteAction(name: "dynamodb:UpdateItem", kind: .table, items: [.inserted, .modified]),
    WriteAction(name: "dynamodb:DeleteItem", kind: .table, items: .removed),
    WriteAction(name: "dynamodb:BatchWriteItem", kind: .table, items: [.inserted, .modified, .removed]),
    WriteAction(name: "dynamodb:PartiQLInsert", kind: .table, items: .inserted),
    WriteAction(name: "dynamodb:PartiQLUpdate", kind: .table, items: .modified),
    WriteAction(name: "dynamodb:PartiQLDelete", kind: .table, items: .removed),
    WriteAction(name: "sqs:SendMessage", kind: .queue),
    WriteAction(name: "sns:Publish", kind: .topic),
    WriteAction(name: "events:PutEvents", kind: .bus),
    WriteAction(name: "kinesis:PutRecord", kind: .stream),
    WriteAction(name: "kinesis:PutRecords", kind: .stream),
    WriteAction(name: "firehose:PutRecord", kind: .firehose),
    WriteAction(name: "firehose:PutRecordBatch", kind: .firehose),
    WriteAction(name: "lambda:InvokeFunction", kind: .function),
    WriteAction(name: "lambda:InvokeAsync", kind: .function),
    WriteAction(name: "lambda:InvokeFunctionUrl", kind: .function),
    WriteAction(name: "states:StartExecution", kind: .stateMachine),
    WriteAction(name: "states:StartSyncExecution", kind: .stateMachine),
    WriteAction(name: "iot:Publish", kind: .iotTopic),
    WriteAction(name: "iot:RetainPublish", kind: .iotTopic),
    WriteAction(name: "logs:PutLogEvents", kind: .logGroup),
    WriteAction(name: "execute-api:Invoke", kind: .api),
    WriteAction(name: "appsync:GraphQL", kind: .graphQLAPI),
    WriteAction(name: "appsync:EventPublish", kind: .graphQLAPI),
    WriteAction(name: "sqs:StartMessageMoveTask", kind: .queue),
    WriteAction(name: "cognito-idp:AdminCreateUser", kind: .userPool),
    WriteAction(name: "cognito-idp:AdminConfirmSignUp", kind: .userPool),
    WriteAction(name: "cognito-idp:AdminInitiateAuth", kind: .userPool),
    WriteAction(name: "cognito-idp:AdminRespondToAuthChallenge", kind: .userPool),
    WriteAction(name: "cognito-idp:AdminResetUserPassword", kind: .userPool),
    WriteAction(name: "cognito-idp:AdminUpdateUserAttributes", kind: .userPool),
    WriteAction(name: "ses:SendEmail", kind: .emailReceipt),
    WriteAction(name: "ses:SendRawEmail", kind: .emailReceipt),
    WriteAction(name: "ses:SendTemplatedEmail", kind: .emailReceipt),
    WriteAction(name: "ses:SendBulkEmail", kind: .emailReceipt),
    WriteAction(name: "ses:SendBulkTemplatedEmail", kind: .emailReceipt),
    WriteAction(name: "codepipeline:StartPipelineExecution", kind: .external),
    WriteAction(name: "codecommit:GitPush", kind: .external),
    WriteAction(name: "codecommit:PutFile", kind: .external),
    WriteAction(name: "codecommit:CreateCommit", kind: .external),
    WriteAction(name: "s3-object-lambda:GetObject", kind: .external),
    WriteAction(name: "secretsmanager:RotateSecret", kind: .external),
    WriteAction(name: "bedrock:InvokeAgent", kind: .external),
    WriteAction(name: "lex:RecognizeText", kind: .external),
    WriteAction(name: "lex:RecognizeUtterance", kind: .external),
    WriteAction(name: "lex:StartConversation", kind: .external),
    WriteAction(name: "config:StartConfigRulesEvaluation", kind: .external),
    WriteAction(name: "cloudwatch:SetAlarmState", kind: .external),
    WriteAction(name: "kafka-cluster:WriteData", kind: .kafkaCluster),
    // Reading causes nothing but a line in an access log or trail.
    WriteAction(name: "s3:GetObject", kind: .bucket, objects: .read),
  ]

  /// The kinds that some action writes to, in a fixed order.
  static let kinds: [ResourceKind] = [
    .bucket, .table, .queue, .topic, .bus, .stream, .firehose, .function, .stateMachine, .iotTopic, .logGroup, .api,
    .graphQLAPI, .userPool, .emailReceipt, .external, .kafkaCluster,
  ]
}

/// What may happen to an object, by the events it makes.
struct ObjectChanges: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let created = ObjectChanges(rawValue: 1)
  static let deleted = ObjectChanges(rawValue: 2)
  static let markedDeleted = ObjectChanges(rawValue: 4)
  static let tagged = ObjectChanges(rawValue: 8)
  static let untagged = ObjectChanges(rawValue: 16)
  static let accessChanged = ObjectChanges(rawValue: 32)
  static let restored = ObjectChanges(rawValue: 64)
  static let retained = ObjectChanges(rawValue: 128)
  static let read = ObjectChanges(rawValue: 256)
}

/// What may happen to an item of a table.
struct ItemChanges: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let inserted = ItemChanges(rawValue: 1)
  static let modified = ItemChanges(rawValue: 2)
  static let removed = ItemChanges(rawValue: 4)
}

/// Some of the actions in `WriteAction.all`.
struct ActionSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The actions that a pattern such as `s3:Put*` means.
  init(matching pattern: String) {
    let pattern = ActionPattern(pattern)
    var bits: UInt64 = 0
    for (index, name) in ActionSet.lowercasedNames.enumerated() {
      if pattern.mayBegin(like: name), pattern.matches(lowercased: name) { bits |= 1 << UInt64(index) }
    }
    self.init(rawValue: bits)
  }

  private static let lowercasedNames = WriteAction.all.map { Array($0.name.lowercased().utf8) }

  init(where isMember: (WriteAction) -> Bool) {
    var bits: UInt64 = 0
    for (index, action) in WriteAction.all.enumerated() where isMember(action) { bits |= 1 << UInt64(index) }
    self.init(rawValue: bits)
  }

  static let everything = ActionSet { _ in true }

  /// Those that only read an object.
  static let reading = ActionSet { $0.objects == .read }

  /// Those that take messages from a dead-letter queue back to where they came from.
  static let moving = ActionSet { $0.name == "sqs:StartMessageMoveTask" }

  static let movingNames = moving.names

  /// Those that write to each kind of resource.
  static let byKind = WriteAction.kinds.map { kind in (kind: kind, actions: writing(to: kind)) }

  /// Those that write to one kind of resource.
  static func writing(to kind: ResourceKind) -> ActionSet { writingByKind[Int(kind.rawValue)] }

  private static let writingByKind: [ActionSet] = {
    var sets = [ActionSet](repeating: [], count: ResourceKind.allCases.count)
    for (index, action) in WriteAction.all.enumerated() {
      sets[Int(action.kind.rawValue)].insert(ActionSet(rawValue: 1 << UInt64(index)))
    }
    return sets
  }()

  var names: [String] {
    var names: [String] = []
    names.reserveCapacity(rawValue.nonzeroBitCount)
    forEach { names.append(WriteAction.all[$0].name) }
    return names
  }

  /// Those of one service.
  func calling(_ service: String) -> ActionSet {
    intersection(ActionSet { $0.name.hasPrefix(service + ":") })
  }

  var objectChanges: ObjectChanges {
    var changes = ObjectChanges()
    forEach { changes.formUnion(WriteAction.all[$0].objects) }
    return changes
  }

  var itemChanges: ItemChanges {
    var changes = ItemChanges()
    forEach { changes.formUnion(WriteAction.all[$0].items) }
    return changes
  }

  /// The places of the actions in `WriteAction.all`, in order.
  private func forEach(_ body: (Int) -> Void) {
    var bits = rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }
}

/// What action patterns mean, looked up once each.
struct ActionPatterns: Sendable {
  /// All of what a pattern means that matters here.
  struct Meaning: Sendable {
    var actions = ActionSet()
    var scheduling = SchedulingCalls()

    static let everything = Meaning(actions: .everything, scheduling: .all)

    mutating func formUnion(_ other: Meaning) {
      actions.formUnion(other.actions)
      scheduling.formUnion(other.scheduling)
    }

    mutating func subtract(_ other: Meaning) {
      actions.subtract(other.actions)
      scheduling.subtract(other.scheduling)
    }
  }

  private var known: [String: Meaning] = [:]

  mutating func callAsFunction(_ pattern: String) -> ActionSet { meaning(of: pattern).actions }

  mutating func meaning(of pattern: String) -> Meaning {
    if let meaning = known[pattern] { return meaning }
    let meaning = Meaning(actions: ActionSet(matching: pattern), scheduling: SchedulingCalls(matching: pattern))
    known[pattern] = meaning
    return meaning
  }

  /// What a statement means by its actions.
  mutating func meaning(of actions: Statement.Match<String>) -> Meaning {
    switch actions {
    case .only(let listed):
      var meaning = Meaning()
      for index in listed.indices { meaning.formUnion(self.meaning(of: listed[index].value)) }
      return meaning
    case .allBut(let excluded):
      var meaning = Meaning.everything
      for index in excluded.indices { meaning.subtract(self.meaning(of: excluded[index].value)) }
      return meaning
    }
  }
}

/// The calls that it takes to make a schedule that acts under another role.
struct SchedulingCalls: OptionSet, Sendable {
  let rawValue: UInt8

  static let passRole = SchedulingCalls(rawValue: 1)
  static let createSchedule = SchedulingCalls(rawValue: 2)
  static let all: SchedulingCalls = [.passRole, .createSchedule]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The calls that an action pattern means.
  init(matching pattern: String) {
    self = []
    if ActionPattern.matches(pattern, "iam:PassRole") { insert(.passRole) }
    if ActionPattern.matches(pattern, "scheduler:CreateSchedule") { insert(.createSchedule) }
  }
}
