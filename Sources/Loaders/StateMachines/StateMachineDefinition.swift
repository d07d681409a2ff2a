package import Diagnostics
package import Documents
package import Infrastructure

/// Reads Amazon States Language as far as events go: which tasks reach which resources.
package enum StateMachineDefinition {
  /// One state that calls a service.
  package struct Task: Sendable {
    /// The state's name.
    package let name: String
    /// What it reaches, by name, ARN or URL; nil where the state machine's input decides.
    package let target: Text?
    package let kind: ResourceKind
    package let mode: Relation.Mode
    /// What it puts into the target; nil where it runs the target.
    package let emission: Emission?
    /// The state's own limit in seconds, where it has one.
    package let timeout: Setting<Int>
    /// The text that names the target.
    package let span: Span
  }

  private static let maximumDepth = 64

  /// The tasks of a definition in source order, those of branches and maps included.
  ///
  /// - Parameter substitute: fills in `${Name}` of `DefinitionSubstitutions`.
  package static func tasks(
    _ definition: Node, using evaluator: some Evaluator, substitute: (Text) -> Text = { $0 }
  ) -> [Task] {
    var tasks: [Task] = []
    collect(definition, into: &tasks, depth: 0, using: evaluator, substitute: substitute)
    return tasks
  }

  private static func collect(
    _ machine: Node, into tasks: inout [Task], depth: Int, using evaluator: some Evaluator, substitute: (Text) -> Text
  ) {
    guard depth < maximumDepth, let states = evaluator.mapping(evaluator.value(machine, "States")) else { return }
    for entry in states.entries {
      guard let state = evaluator.mapping(entry.value) else { continue }
      if let task = task(entry.key, state, using: evaluator, substitute: substitute) { tasks.append(task) }
      tasks += tableWrites(entry.key, state, using: evaluator, substitute: substitute)
      if let written = resultWriter(entry.key, state, using: evaluator, substitute: substitute) {
        tasks.append(written)
      }
      for branch in evaluator.items(state["Branches"]) {
        collect(branch, into: &tasks, depth: depth + 1, using: evaluator, substitute: substitute)
      }
      for key in ["ItemProcessor", "Iterator"] {
        guard let inner = state[key] else { continue }
        collect(inner, into: &tasks, depth: depth + 1, using: evaluator, substitute: substitute)
      }
    }
  }

  private static func task(
    _ name: String, _ state: Node, using evaluator: some Evaluator, substitute: (Text) -> Text
  ) -> Task? {
    guard evaluator.value(state, "Type").flatMap(evaluator.text)?.raw == "Task", let resource = state["Resource"],
      let text = evaluator.text(resource).map(substitute)
    else { return nil }
    let timeout = seconds(state["TimeoutSeconds"], near: state.span)
    guard let integration = Integration(text) else {
      guard let locator = Locator.parse(text, expecting: .function), locator.kind == .function else { return nil }
      return Task(
        name: name, target: text, kind: .function, mode: .sync, emission: nil, timeout: timeout, span: resource.span)
    }
    guard let call = ServiceCall.table[integration.call] else { return nil }
    // Whoever gets the token answers the state machine with it, for which roles often allow all of Step Functions.
    if call.kind == .api, integration.waitsForToken { return nil }
    let arguments = evaluator.mapping(state["Parameters"]) ?? evaluator.mapping(state["Arguments"])
    let written = call.argument(in: arguments, using: evaluator)
    let isEvent = evaluator.value(arguments, "InvocationType").flatMap(evaluator.text)?.raw == "Event"
    let named = written.flatMap(evaluator.text).map(substitute).map(call.name)
    return Task(
      name: name, target: named ?? call.fallback.map { Text($0) },
      kind: call.kind, mode: isEvent ? .async : .sync, emission: call.emission(arguments, using: evaluator, substitute),
      timeout: timeout, span: written?.span ?? resource.span)
  }

  /// The tables that a call for several items names: as keys of a batch, or in each item of a transaction.
  private static func tableWrites(
    _ name: String, _ state: Node, using evaluator: some Evaluator, substitute: (Text) -> Text
  ) -> [Task] {
    guard let resource = state["Resource"].flatMap(evaluator.text).map(substitute),
      let call = Integration(resource)?.call,
      let arguments = evaluator.mapping(state["Parameters"]) ?? evaluator.mapping(state["Arguments"])
    else { return [] }
    var found: [(table: Text, action: String, span: Span)] = []
    if call == "dynamodb:batchwriteitem" {
      for entry in evaluator.mapping(arguments["RequestItems"])?.entries ?? [] {
        found.append((substitute(Text(entry.key)), "dynamodb:BatchWriteItem", entry.keySpan))
      }
    }
    if call == "dynamodb:transactwriteitems" {
      for item in evaluator.items(arguments["TransactItems"]) {
        for (key, action) in [("Put", "PutItem"), ("Update", "UpdateItem"), ("Delete", "DeleteItem")] {
          guard let node = evaluator.value(item, key, "TableName"), let table = evaluator.text(node) else { continue }
          found.append((substitute(table), "dynamodb:\(action)", node.span))
        }
      }
    }
    return found.map { table, action, span in
      Task(
        name: name, target: table, kind: .table, mode: .async, emission: Emission(actions: [action]),
        timeout: .unset(near: state.span), span: span)
    }
  }

  /// The bucket that a distributed map writes its results to.
  private static func resultWriter(
    _ name: String, _ state: Node, using evaluator: some Evaluator, substitute: (Text) -> Text
  ) -> Task? {
    let writer = evaluator.mapping(state["ResultWriter"])
    let settings = evaluator.mapping(writer?["Parameters"]) ?? evaluator.mapping(writer?["Arguments"])
    guard let bucket = settings?["Bucket"], let text = evaluator.text(bucket).map(substitute) else { return nil }
    let prefix = settings?["Prefix"].flatMap(evaluator.text).map(substitute)?.raw ?? ""
    return Task(
      name: name, target: text, kind: .bucket, mode: .async,
      emission: Emission(actions: ["s3:PutObject"], keys: [Text(prefix + "*")]), timeout: .unset(near: state.span),
      span: bucket.span)
  }

  private static func seconds(_ node: Node?, near span: Span) -> Setting<Int> {
    guard let node else { return .unset(near: span) }
    return node.int.map { .known($0, node.span) } ?? .unresolved(node.span, why: .noNumber)
  }
}

/// The service call in a task's `Resource`, such as `arn:aws:states:::sqs:sendMessage`.
private struct Integration {
  /// Lowercase `service:action`.
  let call: String
  /// Whether the state goes on only when somebody hands a token back.
  let waitsForToken: Bool

  init?(_ resource: Text) {
    guard let marker = resource.raw.range(of: ":states:::") else { return nil }
    var name = resource.raw[marker.upperBound...]
    waitsForToken = name.hasSuffix(".waitForTaskToken")
    if name.hasPrefix("aws-sdk:") { name = name.dropFirst("aws-sdk:".count) }
    for ending in [".waitForTaskToken", ".sync:2", ".sync"] where name.hasSuffix(ending) {
      name = name.dropLast(ending.count)
      break
    }
    call = name.lowercased()
  }
}

/// How a service call names its target, and what it causes there.
///
/// Source: AWS Step Functions Developer Guide, "Integrating optimized services" and "AWS SDK integrations", 2025-11.
private struct ServiceCall: Sendable {
  let kind: ResourceKind
  /// The parameter that names the target; for `PutEvents`, the key inside `Entries`.
  let parameter: String
  /// IAM names of what the call does; empty where it runs the target.
  let actions: [String]
  /// The target where the parameter is left out.
  var fallback: String?

  static let table: [String: ServiceCall] = {
    var table: [String: ServiceCall] = [:]
    func add(_ service: String, _ calls: [String], _ kind: ResourceKind, _ parameter: String, _ actions: [String]) {
      for call in calls {
        table["\(service):\(call)"] = ServiceCall(kind: kind, parameter: parameter, actions: actions)
      }
    }
    add("lambda", ["invoke", "invokeasync"], .function, "FunctionName", [])
    add("states", ["startexecution", "startsyncexecution"], .stateMachine, "StateMachineArn", [])
    add("sfn", ["startexecution", "startsyncexecution"], .stateMachine, "StateMachineArn", [])
    add("sqs", ["sendmessage", "sendmessagebatch"], .queue, "QueueUrl", ["sqs:SendMessage"])
    add("sns", ["publish", "publishbatch"], .topic, "TopicArn", ["sns:Publish"])
    add("dynamodb", ["putitem"], .table, "TableName", ["dynamodb:PutItem"])
    add("dynamodb", ["updateitem"], .table, "TableName", ["dynamodb:UpdateItem"])
    add("dynamodb", ["deleteitem"], .table, "TableName", ["dynamodb:DeleteItem"])
    add("kinesis", ["putrecord", "putrecords"], .stream, "StreamName", ["kinesis:PutRecord"])
    add("firehose", ["putrecord", "putrecordbatch"], .firehose, "DeliveryStreamName", ["firehose:PutRecord"])
    add("s3", ["putobject", "copyobject", "completemultipartupload"], .bucket, "Bucket", ["s3:PutObject"])
    add("iotdataplane", ["publish"], .iotTopic, "Topic", ["iot:Publish"])
    add("cloudwatchlogs", ["putlogevents"], .logGroup, "LogGroupName", ["logs:PutLogEvents"])
    add("apigateway", ["invoke"], .api, "ApiEndpoint", ["execute-api:Invoke"])
    add("s3", ["deleteobject"], .bucket, "Bucket", ["s3:DeleteObject"])
    add("s3", ["putobjecttagging"], .bucket, "Bucket", ["s3:PutObjectTagging"])
    for service in ["events", "eventbridge"] {
      table["\(service):putevents"] = ServiceCall(
        kind: .bus, parameter: "EventBusName", actions: ["events:PutEvents"], fallback: "default")
    }
    return table
  }()

  func argument(in arguments: Node?, using evaluator: some Evaluator) -> Node? {
    if let direct = evaluator.value(arguments, parameter) { return direct }
    return evaluator.items(evaluator.value(arguments, "Entries")).lazy
      .compactMap { evaluator.value($0, parameter) }.first
  }

  /// The name in a parameter: of an API's endpoint, the first label.
  func name(_ text: Text) -> Text {
    kind == .api ? text.split(on: ".").first ?? text : text
  }

  func emission(_ arguments: Node?, using evaluator: some Evaluator, _ substitute: (Text) -> Text) -> Emission? {
    guard !actions.isEmpty else { return nil }
    var emission = Emission(actions: actions)
    if kind == .bucket {
      emission.keys = [evaluator.value(arguments, "Key").flatMap(evaluator.text).map(substitute) ?? "*"]
    }
    if kind == .bus {
      let entries = evaluator.items(evaluator.value(arguments, "Entries"))
      emission.sources = known(entries, "Source", using: evaluator)
      emission.detailTypes = known(entries, "DetailType", using: evaluator)
    }
    return emission
  }

  /// The literal values of a key in all entries; empty when one of them isn't known.
  private func known(_ entries: NodeList, _ key: String, using evaluator: some Evaluator) -> [String] {
    let values = entries.map { evaluator.value($0, key).flatMap(evaluator.text)?.known }
    return values.contains { $0 == nil } ? [] : values.compactMap { $0 }
  }
}
