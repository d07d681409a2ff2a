import Infrastructure

/// A call whose making a service reports on the default bus without anybody's doing.
struct APICall: Sendable, Hashable {
  /// The IAM name of the action, such as `ssm:PutParameter`.
  let action: String
  /// The `source` of the report.
  let source: String
  let detailType: String
  /// What is known of the report's `detail`, by field.
  let fields: [String: String]

  var detail: EventValue {
    .object(fields.mapValues { .texts([Glob(literal: Text($0))]) }, othersUnknown: true)
  }

  var event: BusEvent {
    BusEvent(
      sources: [Glob(literal: Text(source))], detailTypes: [Glob(literal: Text(detailType))], isPut: false, call: self)
  }
}

extension APICall {
  /// Calls that a trail reports, which a rule asks for by service and name.
  ///
  /// Source: EventBridge User Guide, "AWS service events delivered via CloudTrail", 2026-11. The prefix of an action is
  /// the service's endpoint for all services whose calls cause runs here.
  static let trailType = "AWS API Call via CloudTrail"

  init(service: String, name: String) {
    action = "\(service):\(name)"
    source = "aws.\(service)"
    detailType = APICall.trailType
    fields = ["eventSource": "\(service).amazonaws.com", "eventName": name]
  }

  private init(_ action: String, _ source: String, _ detailType: String, _ fields: [String: String] = [:]) {
    self.action = action
    self.source = source
    self.detailType = detailType
    self.fields = fields
  }

  /// Calls that a service reports by itself.
  ///
  /// Source: EventBridge events reference and the services' own pages on monitoring with EventBridge, 2026-11.
  static let reported: [APICall] = [
    APICall("ssm:PutParameter", "aws.ssm", "Parameter Store Change"),
    APICall("ssm:DeleteParameter", "aws.ssm", "Parameter Store Change", ["operation": "Delete"]),
    APICall("ecr:PutImage", "aws.ecr", "ECR Image Action", ["action-type": "PUSH"]),
    APICall("ec2:RunInstances", "aws.ec2", "EC2 Instance State-change Notification", ["state": "running"]),
    APICall("ec2:StartInstances", "aws.ec2", "EC2 Instance State-change Notification", ["state": "running"]),
    APICall("ec2:StopInstances", "aws.ec2", "EC2 Instance State-change Notification", ["state": "stopped"]),
    APICall("ec2:TerminateInstances", "aws.ec2", "EC2 Instance State-change Notification", ["state": "terminated"]),
    APICall("ec2:CreateSnapshot", "aws.ec2", "EBS Snapshot Notification", ["event": "createSnapshot"]),
    APICall("ecs:RunTask", "aws.ecs", "ECS Task State Change"),
    APICall("batch:SubmitJob", "aws.batch", "Batch Job State Change"),
    APICall("glue:StartJobRun", "aws.glue", "Glue Job State Change"),
    APICall("glue:StartCrawler", "aws.glue", "Glue Crawler State Change"),
    APICall("codebuild:StartBuild", "aws.codebuild", "CodeBuild Build State Change"),
    APICall("codepipeline:StartPipelineExecution", "aws.codepipeline", "CodePipeline Pipeline Execution State Change"),
    APICall("transcribe:StartTranscriptionJob", "aws.transcribe", "Transcribe Job State Change"),
    APICall("athena:StartQueryExecution", "aws.athena", "Athena Query State Change"),
    APICall("cloudformation:UpdateStack", "aws.cloudformation", "CloudFormation Stack Status Change"),
    APICall("cloudformation:CreateStack", "aws.cloudformation", "CloudFormation Stack Status Change"),
  ]
}

extension ResourceGraph {
  /// The calls that rules on default buses ask for, by the bus.
  var watchedCalls: [(bus: ResourceID, call: APICall)] {
    var result: [(bus: ResourceID, call: APICall)] = []
    var seen: Set<[String]> = []
    for index in relations.indices where relations[index].via == .rulePattern {
      let bus = relations[index].from
      guard case .patterns(let patterns) = relations[index].filter, self[bus].physicalName.raw == "default" else {
        continue
      }
      for call in patterns.flatMap(calls) {
        guard seen.insert(["\(bus.index)", call.action, call.detailType]).inserted else { continue }
        result.append((bus, call))
      }
    }
    return result
  }

  private func calls(_ pattern: EventPattern) -> [APICall] {
    let types = pattern.texts(at: ["detail-type"])
    let reported = APICall.reported.filter { types.contains($0.detailType) }
    guard types.contains(APICall.trailType) else { return reported }
    let services = pattern.texts(at: ["detail", "eventSource"]).compactMap { name -> String? in
      name.hasSuffix(".amazonaws.com") ? String(name.dropLast(".amazonaws.com".count)) : nil
    }
    let names = pattern.texts(at: ["detail", "eventName"])
    return reported + services.flatMap { service in names.map { APICall(service: service, name: $0) } }
  }
}

extension EventPattern {
  /// The literal texts that a field may have; empty where it may have others.
  func texts(at path: [String]) -> [String] {
    var fields = self.fields
    for name in path.dropLast() {
      let inner = fields.lazy.compactMap { field -> [Field]? in
        if case .object(let key, let inner) = field, key == name { inner } else { nil }
      }
      guard let first = inner.first else { return [] }
      fields = first
    }
    for case .leaf(let name, let matchers) in fields where name == path.last { return EventPattern.literals(matchers) }
    return []
  }

  private static func literals(_ matchers: [Matcher]) -> [String] {
    let texts = matchers.map { matcher -> String? in
      if case .equals(.string(let text)) = matcher { text.known } else { nil }
    }
    return texts.contains { $0 == nil } ? [] : texts.compactMap { $0 }
  }
}
