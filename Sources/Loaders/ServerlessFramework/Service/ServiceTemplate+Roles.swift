import Diagnostics
import Documents
import Infrastructure

extension ServiceTemplate {
  /// The role a function runs under, made first where the Framework makes one.
  mutating func role(of function: ServiceFunction) -> Node {
    let provider = service.provider
    let shared = provider.given("iam")?.given("role")
    if let own = function.node.given("role") { return roleARN(own) }
    let existing = shared.flatMap { $0.isMapping && !isIntrinsic($0) ? nil : $0 }
    if let existing { return roleARN(existing) }
    let isPerFunction = shared?.given("mode")?.text == "perFunction"
    if let legacy = provider.given("role"), !isPerFunction { return roleARN(legacy) }
    if isPerFunction || hasOwnStatements(function) {
      return addRole(of: function, isPerFunction: isPerFunction)
    }
    if workers.contains(function.key) { return addRole(of: function, isPerFunction: true) }
    addSharedRole(shared, at: function.keySpan)
    sharing += 1
    return .arn(of: ServiceName.sharedRole, at: function.keySpan)
  }

  /// An ARN as it is, or the ARN of the role that a logical id means.
  private func roleARN(_ node: Node) -> Node {
    guard let text = node.text, !text.hasPrefix("arn:"), !text.hasPrefix("${"), isDeclared(text) else { return node }
    return .arn(of: text, at: node.span)
  }

  private func isIntrinsic(_ node: Node) -> Bool {
    guard let key = node.onlyEntry?.key else { return false }
    return key == "Ref" || key.hasPrefix("Fn::")
  }

  private func hasOwnStatements(_ function: ServiceFunction) -> Bool {
    let role = function.node.given("iam")?.given("role")
    if role?["statements"] != nil || role?.given("managedPolicies") != nil { return true }
    return function.node["iamRoleStatements"] != nil && readsFunctionStatements
  }

  /// Whether `iamRoleStatements` of a function mean something: by the plugin, or since version 4.
  var readsFunctionStatements: Bool {
    service.plugins.contains("serverless-iam-roles-per-function") || service.version.map { $0 >= 4 } ?? true
  }

  private mutating func addRole(of function: ServiceFunction, isPerFunction: Bool) -> Node {
    let id = ServiceName.role(function.key)
    let node = function.node
    let own = node.given("iam")?.given("role")
    let settings = service.custom?["serverless-iam-roles-per-function"]
    let inherits =
      (node.given("iam")?.given("inheritStatements") ?? node.given("iamRoleStatementsInherit")
      ?? settings?.given("defaultInherit"))?.bool ?? isPerFunction
    var statements = flattened(own?.given("statements")) + flattened(node.given("iamRoleStatements"))
    if inherits { statements = sharedStatements + statements }
    statements += deliveries(of: function)
    let policies = Array(own?.given("managedPolicies")?.list ?? [])
    names[id] = function.key
    addRole(
      id, statements: statements, policies: policies + (inherits ? sharedPolicies : []),
      boundary: own?.given("permissionsBoundary") ?? node.given("iamPermissionsBoundary"),
      name: own?.given("name") ?? node.given("iamRoleStatementsName"), at: function.keySpan)
    return .arn(of: id, at: function.keySpan)
  }

  private mutating func addSharedRole(_ role: Node?, at span: Span) {
    addRole(
      ServiceName.sharedRole, statements: sharedStatements + functions.flatMap(deliveries), policies: sharedPolicies,
      boundary: role?.given("permissionsBoundary") ?? role?.given("permissionBoundary")
        ?? service.provider.given("rolePermissionsBoundary"),
      name: role?.given("name"), at: role?.span ?? service.provider.given("iamRoleStatements")?.span ?? span)
  }

  /// What the Framework adds so that the queues and topics for failures and results can be reached.
  private func deliveries(of function: ServiceFunction) -> [Node] {
    let node = function.node
    let streams = function.events.filter { $0.type == "stream" }.map {
      $0.value.given("destinations")?.given("onFailure")
    }
    let results = [
      node.given("destinations")?.given("onSuccess"), node.given("destinations")?.given("onFailure"),
    ]
    // For `onError` the Framework thinks of topics only, and of those only that are written as an ARN; the plugin for
    // dead letters thinks of queues too.
    let isPlugins = node.given("deadLetter") != nil
    let failure = node.given("onError").flatMap { isPlugins || $0.text != nil ? $0 : nil }
    let failures = grants([failure], of: isPlugins ? ["sqs:SendMessage", "sns:Publish"] : ["sns:Publish"])
    return failures + grants(results + streams, of: ["sqs:SendMessage", "sns:Publish"])
  }

  /// A statement for each target that lies outside the service's functions.
  private func grants(_ targets: [Node?], of names: [String]) -> [Node] {
    targets.compactMap { target -> Node? in
      guard let target, target.text.map({ service.function($0) == nil }) ?? true else { return nil }
      let span = target.span
      let actions = names.map { Node.string($0, at: span) }
      return .mapping(
        [
          ("Effect", .string("Allow", at: span)), ("Action", .sequence(actions, at: span)),
          ("Resource", target.given("arn") ?? target),
        ], at: span)
    }
  }

  private var sharedStatements: [Node] {
    flattened(service.provider.given("iam")?.given("role")?.given("statements"))
      + flattened(service.provider.given("iamRoleStatements"))
  }

  private var sharedPolicies: [Node] {
    Array(service.provider.given("iam")?.given("role")?.given("managedPolicies")?.list ?? [])
      + (service.provider.given("iamManagedPolicies")?.list ?? [])
  }

  /// The statements of a list, lists from included files taken apart.
  private func flattened(_ node: Node?) -> [Node] {
    (node?.list ?? []).flatMap { item -> Node.Items in
      if item.isSequence { return item.items }
      if let inner = item["Statement"], item["Effect"] == nil { return inner.list }
      return [item]
    }
  }

  private mutating func addRole(
    _ id: String, statements: [Node], policies: [Node], boundary: Node?, name: Node?, at span: Span
  ) {
    // A statement that can't be read is like a policy out of sight.
    let unread = statements.filter { $0.text != nil }
    let document = Node.mapping([("Statement", .sequence(statements.filter { $0.text == nil }, at: span))], at: span)
    let policy = Node.mapping([("PolicyDocument", document)], at: span)
    add(
      id, "AWS::IAM::Role",
      [
        ("RoleName", name), ("Policies", .sequence([policy], at: span)),
        ("ManagedPolicyArns", .sequence(policies + unread, at: span)), ("PermissionsBoundary", boundary),
      ], at: span)
  }
}
