import Diagnostics
import Testing

@testable import Loaders

/// Broken files are told apart from whole ones without a crash or a hang.
@Suite struct SyntaxFuzzTests {
  private static let seed = """
    locals { a = { for k, v in var.m : k => v... if v != null } }
    resource "aws_lambda_function" "f" {
      count         = var.on ? 1 : 0
      function_name = "${local.a["x"]}-%{ if true ~} y %{ else } z %{ endif }"
      environment {
        variables = merge({ A = <<-EOT
          text ${join(",", aws_x.y[*].id)}
          EOT
        }, {})
      }
      layers = [for l in ["a", "b"] : upper(l)] /* all */
    }
    """

  /// Steps of a fixed sequence: a failure can be run again.
  private struct Sequence {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
  }

  @Test(arguments: 0..<8) func mutations(_ stream: Int) {
    var random = Sequence(state: UInt64(stream + 1) &* 0x9E37_79B9_7F4A_7C15)
    let original = Array(SyntaxFuzzTests.seed.utf8)
    let pieces = ["${", "%{", "}", "\"", "<<E\n", "[", "]", "(", "{", "\n", "...", "=>", "for ", "\\", "\u{0}", "é"].map
    {
      Array($0.utf8)
    }
    var read = 0
    for _ in 0..<1500 {
      var bytes = original
      for _ in 0...random.next(4) {
        let place = random.next(bytes.count)
        switch random.next(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: pieces[random.next(pieces.count)], at: place)
        case 2: bytes[place] = UInt8(random.next(256))
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.next(20)))
        }
      }
      let file = SourceFile(path: "f.tf", bytes: bytes)
      do {
        _ = try HCLParser.parse(file, id: FileID(0))
        read += 1
      } catch {
        #expect(error.span.start <= error.span.end && Int(error.span.end) <= bytes.count)
        #expect(!error.message.isEmpty)
      }
    }
    #expect(read > 0 && read < 1500)
  }

  @Test func everyPrefix() {
    let bytes = Array(SyntaxFuzzTests.seed.utf8)
    for length in 0..<bytes.count {
      let file = SourceFile(path: "f.tf", bytes: Array(bytes[..<length]))
      _ = try? HCLParser.parse(file, id: FileID(0))
    }
  }
}
