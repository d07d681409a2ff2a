import Diagnostics
import Infrastructure
import Testing

struct ResourceNamesTests {
  private var builder = GraphBuilder()

  private mutating func declare(_ kind: ResourceKind, _ name: Text, in scope: String) -> ResourceID {
    builder.declare(kind, name: "R", physicalName: name, span: .top(of: FileID(0)), scope: scope)
  }

  @Test mutating func `resources of several kinds may have one name`() {
    let kinds: [ResourceKind] = [.queue, .topic, .bucket]
    let ids = kinds.map { declare($0, "orders", in: "a") }
    let graph = builder.finish()
    #expect(kinds.map { graph.find(kind: $0, name: "orders", scope: "a") } == ids)
    #expect(graph.find(kind: .table, name: "orders", scope: "a") == nil)
    #expect(graph.find(kind: .queue, name: "order", scope: "a") == nil)
  }

  @Test mutating func `a name means the first of its own scope, then the only one elsewhere`() {
    let (first, second) = (declare(.queue, "orders", in: "a"), declare(.queue, "orders", in: "b"))
    _ = declare(.queue, "orders", in: "b")
    let only = declare(.queue, "mails", in: "a")
    _ = declare(.queue, "${Name}", in: "a")
    let graph = builder.finish()
    func find(_ name: Text, _ scope: String) -> ResourceID? { graph.find(kind: .queue, name: name, scope: scope) }
    #expect(find("orders", "a") == first)
    #expect(find("orders", "b") == second)
    #expect(find("orders", "c") == nil)
    #expect(find("mails", "c") == only)
    #expect(find("${Name}", "c") == nil)
  }

  @Test mutating func `a name with a parameter is found by the parameter's default`() {
    let queue = declare(.queue, "${Stage}-orders", in: "a")
    builder.assume("Stage", is: "prod")
    let graph = builder.finish()
    #expect(graph.find(kind: .queue, name: "prod-orders", scope: "b") == queue)
    #expect(graph.find(kind: .queue, name: "test-orders", scope: "b") == nil)
  }
}
