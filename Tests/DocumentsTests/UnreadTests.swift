import Diagnostics
import Testing

@testable import Documents

/// Terraform's JSON is checked at first and read when asked for: nobody may see a difference.
@Suite("JSON that is read later")
struct UnreadTests {
  private static let seeds = [
    #"{"a": [1, 2.5e3, true, null, "\ud83d\ude00", {"b": {}}], "a": "é", "long": "\#(String(repeating: "x", count: 40))"}"#,
    #"{"resources": [{"address": "aws_sqs_queue.q[\"a\"]", "values": {"name": "q", "tags": {"a": "b"}, "x": [[], {}]}}]}"#,
    "[[[[{\"k\" : [ true , false , -0.5e-7 , 10 ] , \"\\u006bey\":\"v\"}]]], \"text\\n\\\"\", [1,2,3,4,5,6,7,8,9,10,11,12,13]]",
    "{\n  \"planned_values\": {\n    \"root_module\": {\n      \"resources\": [\n        {\"type\": \"aws_sqs_queue\"}\n      ]\n    }\n  }\n}",
  ]
  private static let pieces = Array("{}[],:\"\\ \n0-.eEtrue1é\t".utf8)

  private enum Outcome: Equatable {
    case tree(String)
    case problem(String, Span)
  }

  private func read(_ bytes: [UInt8], later: Bool) -> Outcome {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(Problem) in
        try JSONReader.read(buffer, from: 0, id: FileID(0), lender: later ? Lender.kept(bytes) : nil)
      }
    }
    do throws(Problem) { return .tree(try result.get().0.placed) } catch { return .problem(error.message, error.span) }
  }

  @Test("Trees and problems are those of reading at once", arguments: [1, 2, 3, 4] as [UInt64])
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for text in UnreadTests.seeds {
      expectSame(Array(text.utf8))
      for _ in 0..<1_000 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes.remove(at: index)
          case 1: bytes[index] = UnreadTests.pieces.randomElement(using: &random) ?? 0
          default: bytes.removeSubrange(index..<min(bytes.count, index + 20))
          }
          if bytes.isEmpty { bytes = [0x7B] }
        }
        expectSame(bytes)
      }
    }
  }

  private func expectSame(_ bytes: [UInt8]) {
    #expect(read(bytes, later: true) == read(bytes, later: false), "\(String(decoding: bytes, as: UTF8.self))")
  }

  @Test("Collections of all sizes, and those that are nested too deep")
  func sizes() {
    for count in [0, 1, 20, 60, 900, 3_000, 40_000] {
      let items = (0..<count).map { #"{"name":"n\#($0)","list":[\#($0),null,{"deep":["\#($0)"]}]}"# }
      expectSame(Array("{\"items\":[\(items.joined(separator: ","))],\"after\":true}".utf8))
    }
    for depth in [198, 199, 200, 201] {
      expectSame(Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8))
    }
  }

  @Test("A key is found without reading the others, the last one where it is written twice")
  func keys() throws {
    let filler = String(repeating: "x", count: 50)
    let text = #"{"terraform_version":"1","o":{"a":{"k":1},"\u0062":"2","fill":"\#(filler)","a":{"k":3},"c":[true]}}"#
    let root = Parsed(text).root
    let object = try #require(root["o"])
    guard object.kind == .unread else {
      Issue.record("the object was read at once")
      return
    }
    #expect(object.isMapping && !object.isSequence && object.text == nil)
    #expect(object["a"]?["k"]?.int == 3)
    #expect(object["b"]?.text == "2")
    #expect(object["fill"]?.text == filler)
    #expect(object["c"]?.items.first?.bool == true)
    #expect(object["d"] == nil)
    #expect(object.mayHoldTrue)
    #expect(try #require(object["c"]).mayHoldTrue)
    #expect(try #require(object["a"]).mayHoldTrue == false)
  }
}
