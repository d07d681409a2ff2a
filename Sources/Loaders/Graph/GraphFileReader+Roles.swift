import Diagnostics
import Documents
import Infrastructure

extension GraphFileReader {
  private enum Effect: String {
    case allow = "Allow"
    case deny = "Deny"
  }

  mutating func readRole(_ node: Node, into builder: inout GraphBuilder) throws(Problem) {
    let scope = try scope(of: node)
    let link: Certainty = try node["certainty"] == nil ? .exact : word("certainty", of: node)
    var statements = try self.statements("statements", of: node, into: &builder)
    for index in statements.indices { statements[index].certainty = min(statements[index].certainty, link) }
    let mentions = try mentions(of: node, into: &builder)
    let boundary = try node["boundary"] == nil ? nil : self.statements("boundary", of: node, into: &builder)
    let policies = try self.policies(of: node, into: &builder)
    if let place = try place(of: node) { builder.note(place: place, of: node.span) }
    let name = node["name"]?.text ?? ""
    let physicalName = node["physicalName"].flatMap(evaluator.text) ?? .symbol(name, scope: scope)
    let id = builder.declareRole(name: name, physicalName: physicalName, span: node.span, scope: scope)
    builder.update(role: id) { role in
      role.statements = statements
      role.managedPolicies = policies
      role.mentions = mentions
      role.boundary = boundary
      role.isSharedByDefault = node["shared"]?.bool == true
      role.services = node["services"].map { evaluator.strings($0).map(\.value) }
    }
    for holder in node["holders"]?.items ?? [] {
      guard let end = holder.text.flatMap({ ends[$0] }), let resource = end.resource else {
        throw Problem(holder.span, "nothing that runs has the id '\(holder.text ?? "")'")
      }
      if end.kind == .function {
        builder.update(function: resource) { $0.role = id }
      } else {
        builder.identify(resource, as: id)
      }
    }
  }

  private mutating func mentions(of role: Node, into builder: inout GraphBuilder) throws(Problem) -> [Spanned<Text>] {
    var mentions: [Spanned<Text>] = []
    for mention in try list("mentions", of: role, isNeeded: false) {
      guard let text = mention["text"].flatMap(evaluator.text) else { continue }
      mentions.append(Spanned(text, mention.span))
      if let place = try place(of: mention) { builder.note(place: place, of: mention.span) }
    }
    return mentions
  }

  private mutating func policies(of role: Node, into builder: inout GraphBuilder) throws(Problem) -> [Spanned<String>] {
    var policies: [Spanned<String>] = []
    for policy in try list("managedPolicies", of: role, isNeeded: false) {
      policies.append(Spanned(try string("name", of: policy), policy.span))
      if let place = try place(of: policy) { builder.note(place: place, of: policy.span) }
    }
    return policies
  }

  private mutating func statements(
    _ key: String, of role: Node, into builder: inout GraphBuilder
  ) throws(Problem) -> [Statement] {
    var statements: [Statement] = []
    for node in try list(key, of: role, isNeeded: false) {
      if let place = try place(of: node) { builder.note(place: place, of: node.span) }
      statements.append(try statement(node))
    }
    return statements
  }

  /// Every part of a statement has the whole entry as its span: that is the line that tells where it was written.
  private func statement(_ node: Node) throws(Problem) -> Statement {
    let effect: Effect = try word("effect", of: node)
    let actions = { (key: String) in evaluator.strings(node[key]).map { Spanned($0.value, node.span) } }
    let resources = { (key: String) in evaluator.texts(node[key]).map { Spanned($0.value, node.span) } }
    var statement = Statement(
      effect: effect == .allow ? .allow : .deny,
      actions: node["notActions"] == nil ? .only(actions("actions")) : .allBut(actions("notActions")),
      resources: node["notResources"] == nil ? .only(resources("resources")) : .allBut(resources("notResources")),
      conditions: try conditions(of: node), span: node.span, source: node["source"]?.text)
    statement.isForAll = node["everybody"]?.bool == true
    if node["certainty"] != nil { statement.certainty = try word("certainty", of: node) }
    return statement
  }

  private func conditions(of statement: Node) throws(Problem) -> [Statement.Condition] {
    var conditions: [Statement.Condition] = []
    for node in try list("conditions", of: statement, isNeeded: false) {
      conditions.append(
        Statement.Condition(
          test: try string("test", of: node), key: try string("key", of: node),
          values: evaluator.texts(node["values"]).map(\.value)))
    }
    return conditions
  }

  /// Makes roles of writes that are only drawn: what was surely named stays so, and the rest is as weak as what all
  /// functions of a service are given alike.
  func permit(_ writes: [DrawnWrite], into builder: inout GraphBuilder) {
    var byWriter: [ResourceID: [Statement]] = [:]
    for write in writes {
      let actions = write.via.split(separator: ",").map { $0.drop { $0 == " " } }.filter { $0.contains(":") }
      let ending: Text = write.to.kind == .bucket ? "/*" : ""
      byWriter[write.from, default: []].append(
        Statement(
          effect: .allow, actions: .only((actions.isEmpty ? ["*"] : actions).map { Spanned(String($0), write.span) }),
          resources: .only([Spanned(write.to.name + ending, write.span)]), span: write.span,
          source: write.isFirm ? nil : "a wildcard"))
    }
    for (writer, statements) in byWriter.sorted(by: { $0.key < $1.key }) {
      guard let span = statements.first?.span else { continue }
      let id = builder.declareRole(name: "", span: span, scope: evaluator.scope(""))
      builder.update(role: id) { role in
        role.statements = statements
        role.isSharedByDefault = true
      }
      builder.update(function: writer) { $0.role = id }
    }
  }
}
