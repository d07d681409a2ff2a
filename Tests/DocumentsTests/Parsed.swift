import Diagnostics
import Documents

/// A text that was read, with the means to say what lies where.
struct Parsed {
  let file: SourceFile
  var documents: [Node] = []
  var problems: [Problem] = []
  var error: Problem?

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    file = SourceFile(path: "t.yaml", bytes: DocumentReader.decoded(bytes))
    var noted = Problems()
    do throws(Problem) { documents = try DocumentReader.read(file, id: FileID(0), problems: &noted) } catch {
      self.error = error
    }
    problems = noted.all
  }

  var root: Node { documents.first ?? Node(.null, Span.top(of: FileID(0))) }

  /// The source text of a span.
  func text(_ span: Span) -> String { file.text(of: span) }

  /// `line:column message`, both 1-based.
  func line(_ problem: Problem) -> String {
    let position = file.position(at: problem.span.start)
    return "\(position.line):\(position.column) \(problem.message)"
  }

  var errorLine: String? { error.map(line) }
}

extension Node {
  /// The tree without spans: plain text as it is, quoted text in quotes, block text after a bar.
  var shape: String {
    switch content {
    case .null: "null"
    case .scalar(let scalar):
      switch scalar.style {
      case .plain: scalar.text
      case .quoted: "'\(scalar.text)'"
      case .block: "|\(scalar.text)"
      }
    case .sequence(let items): "[" + items.map(\.shape).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.shape)" }.joined(separator: ", ") + "}"
    }
  }

  /// The tree without spans and styles.
  var data: String {
    switch content {
    case .null: "null"
    case .scalar(let scalar): "<\(scalar.text)>"
    case .sequence(let items): "[" + items.map(\.data).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "<\($0.key)>: \($0.value.data)" }.joined(separator: ", ") + "}"
    }
  }

  /// The tree with the span of every node.
  var placed: String {
    let place = "\(span.start)-\(span.end)"
    return switch content {
    case .null: "null \(place)"
    case .scalar(let scalar): "\(scalar.style) \(scalar.text) \(place)"
    case .sequence(let items): "[" + items.map(\.placed).joined(separator: ", ") + "] \(place)"
    case .mapping(let entries):
      "{"
        + entries.map { "\($0.key) \($0.keySpan.start)-\($0.keySpan.end): \($0.value.placed)" }
        .joined(separator: ", ") + "} \(place)"
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
