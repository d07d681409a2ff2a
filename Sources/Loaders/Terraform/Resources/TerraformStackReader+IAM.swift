import Diagnostics
import Documents
import Infrastructure

extension TerraformStackReader {
  /// Roles and everything that gives them permissions; false for any other type.
  func readIAM(_ instance: TerraformInstance, into context: inout LoadContext) -> Bool {
    let attributes = instance.attributes
    switch instance.type {
    case "aws_iam_role": readRole(instance, into: &context)
    case "aws_iam_policy": break
    case "aws_iam_role_policy":
      guard let role = attributes["role"]?.text else { return true }
      attach(grants(policyOf: instance), to: role, certainty: attributes["role"]?.certainty, into: &context)
    case "aws_iam_role_policy_attachment":
      guard let role = attributes["role"]?.text else { return true }
      let certainty = [attributes["role"]?.certainty, attributes["policy_arn"]?.certainty].compactMap { $0 }.min()
      attach(grants(managedPolicy: attributes["policy_arn"]), to: role, certainty: certainty, into: &context)
    case "aws_iam_policy_attachment":
      let grants = grants(managedPolicy: attributes["policy_arn"])
      for role in attributes["roles"]?.texts ?? [] { attach(grants, to: role.value, into: &context) }
    default: return false
    }
    return true
  }

  /// What policies give, as far as they are in sight.
  struct Grants {
    var statements: [Statement] = []
    var managedPolicies: [Spanned<String>] = []
    var mentions: [Spanned<Text>] = []
    var isComplete = true

    mutating func add(_ other: Grants) {
      statements += other.statements
      managedPolicies += other.managedPolicies
      mentions += other.mentions
      isComplete = isComplete && other.isComplete
    }
  }

  private func attach(
    _ grants: Grants, to role: Text, certainty: Certainty? = nil, into context: inout LoadContext
  ) {
    let statements = grants.statements.map { statement in
      var statement = statement
      statement.certainty = min(statement.certainty, certainty ?? .exact)
      return statement
    }
    context.builder.attach(
      toRole: role, scope: scope, statements: statements, managedPolicies: grants.managedPolicies,
      mentions: grants.mentions, isComplete: grants.isComplete)
  }

  private func readRole(_ instance: TerraformInstance, into context: inout LoadContext) {
    guard let id = roles[name(of: instance).raw] else { return }
    var grants = Grants()
    for policy in instance.attributes["inline_policy"]?.items ?? [] where policy["policy"] != nil {
      grants.add(self.grants(policy: policy["policy"]))
    }
    for policy in instance.attributes["managed_policy_arns"]?.items ?? [] {
      grants.add(self.grants(managedPolicy: policy))
    }
    var boundary: [Statement]?
    if let text = instance.attributes["permissions_boundary"]?.text,
      let policy = policies[TerraformStackReader.lastPart(text)], let document = policy.attributes["policy"]?.document
    {
      boundary = PolicyDocument.statements(document, using: LiteralEvaluator())
    }
    context.builder.update(role: id) { role in
      role.statements += grants.statements
      role.managedPolicies += grants.managedPolicies
      role.mentions += grants.mentions
      role.isComplete = role.isComplete && grants.isComplete
      role.boundary = boundary
    }
  }

  /// What a policy document gives; nothing, and incomplete, where it can't be read.
  private func grants(policy value: TerraformValue?) -> Grants {
    guard let document = value?.document else { return Grants(isComplete: false) }
    var statements = PolicyDocument.statements(document, using: LiteralEvaluator())
    if let certainty = value?.weakestLink, certainty != .exact {
      for index in statements.indices { statements[index].certainty = certainty }
    }
    return Grants(statements: statements)
  }

  /// What the policy in an instance gives, or what it names where its text is out of sight.
  private func grants(policyOf instance: TerraformInstance) -> Grants {
    var grants = grants(policy: instance.attributes["policy"])
    grants.mentions = instance.mentions
    return grants
  }

  /// What the policy of an ARN gives: one of AWS's, one of this stack, or one out of sight.
  private func grants(managedPolicy value: TerraformValue?) -> Grants {
    guard let value, let text = value.text else { return Grants(isComplete: false) }
    let name = TerraformStackReader.lastPart(text)
    if text.raw.range(of: ":aws:policy/") != nil, !Text(name).hasSymbols {
      return Grants(managedPolicies: [Spanned(name, value.span)])
    }
    guard let policy = policies[name] else { return Grants(isComplete: false) }
    return grants(policyOf: policy)
  }
}
