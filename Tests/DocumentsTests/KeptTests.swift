import Diagnostics
import Testing

@testable import Documents

/// Memory that is never freed: what is put into it must come out again.
@Suite("Texts and collections that are kept")
struct KeptTests {
  private func kept(_ bytes: [UInt8], in texts: inout KeptTexts) -> (text: String, mark: KeyMark) {
    let (kept, mark) = bytes.withUnsafeBufferPointer { texts.text($0) }
    return (kept.text, mark)
  }

  /// Texts of every length that differ in one byte, at each place of it, and each of them twice.
  @Test(arguments: 0...70)
  func textsOfEveryLength(length: Int) {
    var texts = KeptTexts(for: 0)
    let plain = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 20) }
    for place in -1..<length {
      var bytes = plain
      if place >= 0 { bytes[place] = UInt8(ascii: "Z") }
      let expected = String(decoding: bytes, as: UTF8.self)
      for other in [bytes, plain, bytes, bytes] {
        let found = kept(other, in: &texts)
        #expect(found.text == String(decoding: other, as: UTF8.self))
        #expect(found.mark == KeyMark(found.text))
      }
      #expect(kept(bytes, in: &texts).text == expected)
    }
  }

  /// Far more texts than there are places for.
  @Test(arguments: [0, 10_000])
  func manyTexts(size: Int) {
    var texts = KeptTexts(for: size)
    for round in 0..<3 {
      for number in 0..<2_000 {
        let text = String(repeating: "é", count: (number + round) % 25) + "\(number)"
        #expect(kept(Array(text.utf8), in: &texts).text == text)
      }
    }
  }

  @Test
  func anotherSpelling() {
    var texts = KeptTexts(for: 0)
    for tag in ["!Sub", "!GetAtt", "!Sub", "!" + String(repeating: "x", count: 100)] {
      let (kept, mark) = Array(tag.utf8).withUnsafeBufferPointer { bytes in
        texts.text(bytes) { "Fn::" + $0.dropFirst() }
      }
      #expect(kept.text == "Fn::" + tag.dropFirst())
      #expect(mark == KeyMark(kept.text))
    }
  }

  /// What a kept text is made into must not be written where it is kept.
  @Test(arguments: ["short", "a text that has memory of its own"])
  func copiesAreChangedAlone(text: String) {
    let kept = KeptText(String(text))
    var copy = kept.text
    copy += "!"
    #expect(copy == text + "!")
    #expect(kept.text == text)
  }

  private func number(_ value: Int) -> Node {
    Node(.scalar(.init("\(value)", .plain)), .top(of: FileID(0)))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1_000])
  func stacks(count: Int) {
    var stack = Stack<Node>()
    var arena = Arena(for: 100)
    for value in 0..<count { stack.push(number(value)) }
    let top = stack.top?.pointee.int
    #expect(top == (count > 0 ? count - 1 : nil))
    let half = count / 2
    let taken = stack.take(above: half, into: &arena)
    let (left, none) = (stack.count, stack.take(above: half, into: &arena))
    #expect(taken.map(\.int) == (half..<count).map { $0 })
    #expect(left == half)
    #expect(none.isEmpty)
    let (last, size) = (stack.pop()?.int, stack.count)
    #expect(last == (half > 0 ? half - 1 : nil))
    #expect(size == max(half - 1, 0))
  }

  /// Collections of all sizes, below and above those of the chunks, which must not overlap.
  @Test(arguments: [0, 40, 5_000, 1 << 20])
  func arenas(size: Int) {
    var arena = Arena(for: size)
    var all: [Node.Items] = []
    for count in [1, 3, 0, 200, 2, 5_000, 7, 70_000, 1] + Array(repeating: 5, count: 3_000) {
      let nodes = (0..<count).map { _ in number(all.count) }
      all.append(nodes.withUnsafeBufferPointer { $0.baseAddress.map { arena.keep($0, count: count) } ?? [] })
    }
    for (index, items) in all.enumerated() { #expect(items.allSatisfy { $0.int == index }) }
  }

  @Test
  func beyondTheEnd() {
    let items: Node.Items = [number(1), number(2)]
    #expect(items[2].isNull && items[-1].isNull && items[.max].isNull)
    #expect(Node.Entries()[0].key.isEmpty)
    #expect(items.dropFirst().map(\.int) == [2])
    #expect(items.reversed().map(\.int) == [2, 1])
  }
}
