import Diagnostics
import Infrastructure

extension HCLEvaluator {
  /// An attribute that the block does not give: what the service makes of the ones it gives.
  func computed(_ name: String, of instance: ResourceInstance, at span: Span) -> HCLValue {
    let known = instance.declaration.isData ? data(name, of: instance, at: span) : nil
    if let known { return known }
    if let text = identity(name, of: instance) { return .text(text, span) }
    return .unknown(instance.address + "." + name, span)
  }

  /// What is known of a data source without asking anybody.
  private func data(_ name: String, of instance: ResourceInstance, at span: Span) -> HCLValue? {
    switch (instance.declaration.type, name) {
    case ("aws_iam_policy_document", "json"), ("aws_iam_policy_document", "minified_json"):
      return PolicyDocument(evaluator: self).json(of: instance)
    case ("aws_caller_identity", "account_id"), ("aws_caller_identity", "id"):
      return .text("${AWS::AccountId}", span)
    case ("aws_region", "name"), ("aws_region", "id"), ("aws_region", "region"):
      return .text("${AWS::Region}", span)
    case ("aws_partition", "partition"), ("aws_partition", "id"): return .text("${AWS::Partition}", span)
    case ("aws_partition", "dns_suffix"): return .text("${AWS::URLSuffix}", span)
    case ("aws_iam_policy", "arn"):
      guard let policy = written("name", of: instance)?.string else { return nil }
      return .string("arn:aws:iam::aws:policy/" + policy, span)
    case ("template_file", "rendered"): return rendered(instance)
    default: return nil
    }
  }

  private func rendered(_ instance: ResourceInstance) -> HCLValue? {
    guard let template = written("template", of: instance), let text = template.string,
      let expression = try? HCLParser.template(text, at: template.span)
    else { return nil }
    var scope = HCLScope(instance.module)
    for (name, value) in written("vars", of: instance)?.object ?? [:] { scope.names[name] = value }
    return evaluate(expression, in: scope)
  }

  /// The canonical text of an attribute that identifies a resource.
  private func identity(_ name: String, of instance: ResourceInstance) -> Text? {
    nil
  }
}
