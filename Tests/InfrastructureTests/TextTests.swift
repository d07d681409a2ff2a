import Infrastructure
import Testing

struct TextTests {
  @Test func `a symbol ends at the brace that closes it`() {
    let text = Text("arn:${AWS::Partition}:${If:x:${A}:b}$-${open")
    #expect(
      text.pieces == [
        .literal("arn:"), .symbol("AWS::Partition"), .literal(":"), .symbol("If:x:${A}:b"), .literal("$-"),
        .symbol("open"),
      ])
  }

  @Test func `symbols that are not replaced stay, and open ones are closed`() {
    #expect(Text("${A}-${B}").replacingSymbols { $0 == "A" ? "a" : nil } == "a-${B}")
    #expect(Text("${A}-${B").replacingSymbols { _ in nil } == "${A}-${B}")
    #expect(Text("${A}-$B").replacingSymbols { _ in "a" }.known == "a-$B")
  }

  @Test func `a text between strings is known only where all of it is`() {
    #expect(Text("table/", "orders", "").known == "table/orders")
    #expect(Text("${AWS::Region}/", "orders", "").hasSymbols)
    #expect(Text("$", "{x}", "").hasSymbols)
    #expect(Text("a", .symbol("B"), "").known == nil)
  }

  @Test func `separators inside of symbols don't count`() {
    #expect(Text("a:${b:c}:d").split(on: ":") == ["a", "${b:c}", "d"])
    #expect(Text("a:b:c").split(on: ":", maxSplits: 1) == ["a", "b:c"])
    #expect(Text("a").split(on: ":") == ["a"])
  }

  @Test func `a text of symbols and punctuation has no literal part`() {
    #expect(!Text("${A}:${B}/").hasLiteralPart)
    #expect(Text("${A}-x").hasLiteralPart)
  }
}

struct StringBytesTests {
  @Test func `a text is found where it first occurs`() {
    let found = "prod-é-secret-é".range(of: "é-s")
    #expect(found.map { String("prod-é-secret-é"[..<$0.lowerBound]) } == "prod-")
    #expect("short".range(of: "longer than that") == nil)
    #expect("text".range(of: "") == nil)
  }

  @Test func `halves are what stands around the first mark`() {
    let halves = "Stack.Outputs.Name".halves(around: UInt8(ascii: "."))
    #expect(halves?.head == "Stack")
    #expect(halves?.tail == "Outputs.Name")
    #expect("Stack".halves(around: UInt8(ascii: ".")) == nil)
  }

  @Test func `joined strings stand one after the other`() {
    #expect(String(joining: "${", "a scope that is not short", "#", "é", "}") == "${a scope that is not short#é}")
    #expect(String(joining: "", "") == "")
  }
}
