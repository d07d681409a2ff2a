import Diagnostics
import Documents
import Infrastructure

/// JSON texts that are known only after apply, as far as their references tell what is in them.
extension PlanReader {
  func documents(_ leaf: String, _ expression: Node?, _ place: Place, _ span: Span) -> TerraformValue? {
    let candidates = linker.resolve(expression, owner: linker.owner(of: place.instance))
    func targets(_ types: Set<String>) -> [(type: String, text: Text)] {
      linker.targets(candidates, allowed: types, except: place.instance.address).compactMap { candidate in
        guard let type = plan.instance(at: candidate.address)?.type, let text = linker.text(candidate, for: leaf) else {
          return nil
        }
        return (type, text)
      }
    }
    if PlanReader.jsonAttributes.contains(leaf), let text = previous(place) {
      return TerraformValue(.string(text), span)
    }
    switch leaf {
    case "policy": return policy(candidates, place, span)
    case "redrive_policy":
      let queues = targets(["aws_sqs_queue"])
      guard queues.count == 1 else { return unknown(place, span) }
      return object(
        [
          ("deadLetterTargetArn", TerraformValue(.string(queues[0].text), span)),
          ("maxReceiveCount", unknown(place, span)),
        ], span)
    case "definition": return definition(targets(PlanReader.taskTypes), place, span)
    case "body": return body(targets(PlanLinkTable.functions), place, span)
    case "dimensions": return named(targets(Set(PlanReader.dimensions.keys)), PlanReader.dimensions, place, span)
    case "request_parameters":
      return named(targets(Set(PlanReader.parameters.keys)), PlanReader.parameters, place, span)
    default: return nil
    }
  }

  private func object(_ entries: [(String, TerraformValue)], _ span: Span) -> TerraformValue {
    TerraformValue(.object(entries.map { TerraformValue.Entry($0.0, span, $0.1) }), span)
  }

  /// The attributes that hold JSON and rarely change when something they mention is replaced.
  private static let jsonAttributes: Set<String> = ["policy", "redrive_policy", "definition", "body", "filter_policy"]

  /// The text before the change, with the ARNs of what is replaced renewed.
  private func previous(_ place: Place) -> Text? {
    guard let text = PlanReader.node(place.instance.before, place.steps)?.text, !text.isEmpty else { return nil }
    return Text(renewals.reduce(text) { $0.replacing($1.old, with: $1.new.raw) })
  }

  /// The policy in `aws_iam_policy_document` data sources, which the plan keeps; any other text is lost.
  private func policy(_ candidates: [PlanLinker.Candidate], _ place: Place, _ span: Span) -> TerraformValue {
    var statements: [TerraformValue] = []
    for candidate in candidates {
      guard let instance = plan.instance(at: candidate.address) else { continue }
      guard instance.isData, instance.type == "aws_iam_policy_document" else {
        if statements.isEmpty { return unknown(place, span) }
        continue
      }
      statements += self.statements(of: instance, depth: 0)
    }
    guard !statements.isEmpty else { return unknown(place, span) }
    return object([("Statement", TerraformValue(.list(statements), span))], span)
  }

  /// The resources that a hidden policy refers to.
  func mentions(of instance: Plan.Instance) -> [Spanned<Text>] {
    let candidates = linker.resolve(instance.expressions?["policy"], owner: linker.owner(of: instance))
    let allowed = PlanLinkTable.targets(of: ["resources"], in: instance.type) ?? []
    return linker.targets(candidates, allowed: allowed, except: instance.address).compactMap { candidate in
      linker.text(candidate, for: "resources").map { Spanned($0, instance.span) }
    }
  }

  private func statements(of instance: Plan.Instance, depth: Int) -> [TerraformValue] {
    guard depth < 8 else { return [] }
    if let json = instance.values?["json"], let document = TerraformValue(json).document {
      return TerraformValue(document)["Statement"]?.items ?? []
    }
    let own = TerraformPolicyDocument.statements(of: self.instance(instance).attributes)
    let expressions = instance.expressions
    let sources = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"].flatMap {
      linker.resolve(expressions?[$0], owner: linker.owner(of: instance))
    }
    return sources.reduce(into: own) { all, candidate in
      guard let source = plan.instance(at: candidate.address), source.type == "aws_iam_policy_document",
        source.address != instance.address
      else { return }
      all += statements(of: source, depth: depth + 1)
    }
  }

  /// A state machine that calls each of the functions and services its definition mentions.
  private func definition(_ targets: [(type: String, text: Text)], _ place: Place, _ span: Span) -> TerraformValue {
    var states: [(String, TerraformValue)] = []
    for target in targets {
      let text = TerraformValue(.string(target.text), span)
      var task: [(String, TerraformValue)] = [("Type", .string("Task", span))]
      switch target.type {
      case "aws_sqs_queue":
        task += [
          ("Resource", .string("arn:aws:states:::sqs:sendMessage", span)),
          ("Parameters", object([("QueueUrl", text)], span)),
        ]
      case "aws_sns_topic":
        task += [
          ("Resource", .string("arn:aws:states:::sns:publish", span)),
          ("Parameters", object([("TopicArn", text)], span)),
        ]
      default: task.append(("Resource", text))
      }
      states.append((target.text.raw, object(task, span)))
    }
    return states.isEmpty ? unknown(place, span) : object([("States", object(states, span))], span)
  }

  private static let taskTypes: Set<String> = PlanLinkTable.functions.union(["aws_sqs_queue", "aws_sns_topic"])

  /// An API whose description mentions functions: each answers some operation.
  private func body(_ targets: [(type: String, text: Text)], _ place: Place, _ span: Span) -> TerraformValue {
    guard !targets.isEmpty else { return unknown(place, span) }
    let paths = targets.map { target in
      let integration = object(
        [
          ("uri", TerraformValue(.string(target.text), span)),
          ("timeoutInMillis", TerraformValue(.unknown(symbol: nil, why: .afterApply), span)),
        ], span)
      let method = object([("x-amazon-apigateway-integration", integration)], span)
      return (target.text.raw, object([("x-amazon-apigateway-any-method", method)], span))
    }
    return object([("paths", object(paths, span))], span)
  }

  /// A map that is unknown as a whole, with the entries that resources of these types can only be.
  private func named(
    _ targets: [(type: String, text: Text)], _ keys: [String: String], _ place: Place, _ span: Span
  ) -> TerraformValue {
    let entries = targets.compactMap { target in
      keys[target.type].map { ($0, TerraformValue(.string(target.text), span)) }
    }
    return entries.isEmpty ? unknown(place, span) : object(entries, span)
  }

  /// CloudWatch's dimension of each type: CloudWatch User Guide, "Services that publish metrics" (read 2026-11).
  private static let dimensions = [
    "aws_lambda_function": "FunctionName", "aws_sqs_queue": "QueueName", "aws_dynamodb_table": "TableName",
    "aws_sns_topic": "TopicName", "aws_kinesis_stream": "StreamName", "aws_sfn_state_machine": "StateMachineArn",
  ]

  /// The parameter that names the target of an HTTP API's service integration.
  private static let parameters = [
    "aws_sqs_queue": "QueueUrl", "aws_cloudwatch_event_bus": "EventBusName", "aws_kinesis_stream": "StreamName",
    "aws_sfn_state_machine": "StateMachineArn",
  ]

  /// A template that the plan keeps beside its references, with each plain reference put in.
  func templated(_ template: String, _ place: Place, _ span: Span) -> TerraformValue? {
    var result = ""
    var rest = template[...]
    while let open = String(rest).range(of: "${") {
      let text = String(rest)
      result += text[..<open.lowerBound]
      let inner = text[open.upperBound...]
      guard let close = inner.firstIndex(of: "}") else { return nil }
      guard let value = reference(String(inner[..<close]), place) else { return nil }
      result += value.raw
      rest = inner[inner.index(after: close)...]
    }
    return TerraformValue(.string(Text(result + rest)), span)
  }

  /// The text of a plain reference such as `aws_sqs_queue.q.arn`; nil for any other expression.
  private func reference(_ source: String, _ place: Place) -> Text? {
    let isPlain = source.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "(") && byte != UInt8(ascii: " ") && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "\\")
    }
    guard isPlain else { return nil }
    let node = Node(
      .mapping([
        Node.Entry(
          key: "references", keySpan: place.instance.span,
          value: Node(.sequence([Node(.scalar(.init(source, .quoted)), place.instance.span)]), place.instance.span))
      ]), place.instance.span)
    let found = linker.resolve(node, owner: linker.owner(of: place.instance))
    guard found.count == 1 else { return nil }
    return linker.text(found[0], for: place.path.last ?? "")
  }
}
