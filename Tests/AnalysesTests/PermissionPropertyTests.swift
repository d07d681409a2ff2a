import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// What random roles allow, against IAM's own rule applied to every action and resource one by one.
struct PermissionPropertyTests {
  private static let actions = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]
  private static let names = ["a", "b", "ab", "ba"]

  private struct Rule: Sendable {
    let isAllow: Bool
    let actions: [String]
    let negatesActions: Bool
    let names: [String]
    let negatesNames: Bool

    init(_ numbers: inout FixedRandom, isAllow: Bool) {
      self.isAllow = isAllow
      let patterns = PermissionPropertyTests.actions + ["dynamodb:*Item", "dynamodb:U*", "*", "DynamoDB:put*"]
      actions = (0...Int.random(in: 0...1, using: &numbers)).map { _ in patterns.randomElement(using: &numbers) ?? "*" }
      names = (0...Int.random(in: 0...1, using: &numbers)).map { _ in
        GlobTests.random(["a", "b", "*", "?"], upTo: 2, &numbers)
      }
      negatesActions = Int.random(in: 0..<4, using: &numbers) == 0
      negatesNames = Int.random(in: 0..<4, using: &numbers) == 0
    }

    func concerns(_ action: String, _ name: String) -> Bool {
      let isAction = actions.contains { GlobTests.matches($0.lowercased()[...], action.lowercased()[...]) }
      let isName = names.contains { GlobTests.matches($0[...], name[...]) }
      return isAction != negatesActions && isName != negatesNames
    }

    func statement(_ scene: inout Scene) -> Statement {
      let actions = self.actions.map { Spanned($0, scene.span()) }
      let resources = names.map { Spanned(Text("arn:aws:dynamodb:*:*:table/\($0)"), scene.span()) }
      return Statement(
        effect: isAllow ? .allow : .deny, actions: negatesActions ? .allBut(actions) : .only(actions),
        resources: negatesNames ? .allBut(resources) : .only(resources), span: scene.span())
    }
  }

  private struct Policy: Sendable {
    let rules: [Rule]

    init(_ numbers: inout FixedRandom) {
      rules = (0...Int.random(in: 0...2, using: &numbers)).map { index in
        Rule(&numbers, isAllow: index == 0 || Bool.random(using: &numbers))
      }
    }

    func denies(_ action: String, _ name: String) -> Bool {
      rules.contains { !$0.isAllow && $0.concerns(action, name) }
    }
    func allows(_ action: String, _ name: String) -> Bool { rules.contains { $0.isAllow && $0.concerns(action, name) } }
  }

  @Test func aRoleMayDoWhatIsAllowedAndNotDenied() {
    var numbers = FixedRandom(seed: 21)
    var (allowed, refused) = (0, 0)
    for _ in 0..<2_500 {
      let own = Policy(&numbers)
      let boundary = Bool.random(using: &numbers) ? Policy(&numbers) : nil
      let found = PermissionPropertyTests.allowed(own, boundary)
      for name in PermissionPropertyTests.names {
        for action in PermissionPropertyTests.actions {
          let isDenied = own.denies(action, name) || boundary?.denies(action, name) ?? false
          let expected = !isDenied && own.allows(action, name) && boundary?.allows(action, name) ?? true
          if expected { allowed += 1 } else { refused += 1 }
          #expect(
            found[name]?.contains(action) ?? false == expected, "\(action) on \(name): \(own) within \(boundary as Any)"
          )
        }
      }
    }
    #expect(allowed > 3_000 && refused > 3_000)
  }

  /// The actions that the flow knows of, by the name of the table.
  private static func allowed(_ own: Policy, _ boundary: Policy?) -> [String: Set<String>] {
    var scene = Scene()
    let sink = scene.resource(.queue, "Sink")
    for name in names {
      let table = scene.resource(.table, name, physical: Text(name))
      scene.relate(.forward, table, sink, .tableStreaming)
    }
    let statements = own.rules.map { $0.statement(&scene) }
    let limits = boundary?.rules.map { $0.statement(&scene) }
    let role = scene.role(statements, boundary: limits)
    _ = scene.function("F", role: role)
    let flow = scene.flow()
    var result: [String: Set<String>] = [:]
    for write in flow.writes where flow.graph[write.to].kind == .table {
      result[flow.graph[write.to].name, default: []].formUnion(write.emission.actions)
    }
    return result
  }

  @Test func aCutByKeysIsNeverClaimedWrongly() {
    var numbers = FixedRandom(seed: 22)
    var outcomes: [Bool: Int] = [:]
    for _ in 0..<4_000 {
      let allowed = GlobTests.random(["a", "b", "*"], upTo: 3, &numbers)
      let denied = Bool.random(using: &numbers) ? GlobTests.random(["a", "b", "*"], upTo: 3, &numbers) : nil
      let prefix = GlobTests.random(["a", "b"], upTo: 2, &numbers)
      let suffix = GlobTests.random(["a", "b"], upTo: 1, &numbers)
      let isOpen = GlobTests.texts.contains { key in
        GlobTests.matches(allowed[...], key[...]) && key.hasPrefix(prefix) && key.hasSuffix(suffix)
          && !(denied.map { GlobTests.matches($0[...], key[...]) } ?? false)
      }
      var scene = Scene()
      let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
      var statements = [scene.allow("s3:PutObject", on: Text("arn:aws:s3:::uploads/" + allowed))]
      if let denied { statements.append(scene.deny("s3:*", on: Text("arn:aws:s3:::uploads/" + denied))) }
      let function = scene.function("Resize", may: statements)
      let filter = scene.objects("s3:ObjectCreated:*", prefix: Text(prefix), suffix: Text(suffix))
      scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
      let isCut = scene.loops().isEmpty
      if isCut { #expect(!isOpen, "\(allowed) but \(denied ?? "-") in \(prefix)*\(suffix)") }
      // Without a deny the verdict is exact.
      if denied == nil { #expect(isCut == !isOpen, "\(allowed) in \(prefix)*\(suffix)") }
      outcomes[isCut, default: 0] += 1
    }
    #expect(outcomes[true] ?? 0 > 500 && outcomes[false] ?? 0 > 500)
  }
}
