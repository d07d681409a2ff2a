import Infrastructure
import Testing

struct NameTableTests {
  @Test func `names get numbers in the order in which they are entered`() {
    var table = NameTable()
    let names = (0..<1_000).map { "Orders\($0)Function" } + ["", "é", "a name of more than sixteen bytes"]
    for (number, name) in names.enumerated() {
      let entered = table.enter(name)
      #expect(entered.number == number)
      #expect(entered.isNew)
    }
    #expect(names.map { table[$0] } == names.indices.map { $0 })
  }

  @Test func `a name that is entered again keeps its number`() {
    var table = NameTable()
    _ = table.enter("Orders")
    _ = table.enter("Queue")
    let again = table.enter("Orders")
    #expect(again.number == 0)
    #expect(!again.isNew)
  }

  @Test func `names that were not entered have no number`() {
    var table = NameTable()
    #expect(table["Orders"] == nil)
    _ = table.enter("Orders")
    #expect(table["Order"] == nil)
    #expect(table["orders"] == nil)
  }
}
