import CLibYAML

/// libyaml's parser on a text, with some bytes put before it.
struct YAMLParser: ~Copyable {
  private struct Input {
    var now: UnsafeRawBufferPointer
    var later: UnsafeRawBufferPointer
  }

  /// Neither may move while libyaml knows where it is.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<Input>
  /// False where there was no memory to begin with.
  let isReady: Bool

  init(_ head: UnsafeBufferPointer<UInt8>, then text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: 1)
    input.initialize(to: Input(now: UnsafeRawBufferPointer(head), later: UnsafeRawBufferPointer(text)))
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input(parser, { YAMLParser.read($0, $1, $2, $3) }, input)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// Reads the next event; false where the text is wrong.
  @inline(__always)
  func next(_ event: inout yaml_event_t) -> Bool { yaml_parser_parse(parser, &event) == 1 }

  /// What is wrong, and where.
  var state: yaml_parser_t { parser.pointee }

  private static func read(
    _ input: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int,
    _ count: UnsafeMutablePointer<Int>?
  ) -> CInt {
    guard let input = input?.assumingMemoryBound(to: Input.self), let buffer else { return 0 }
    if input.pointee.now.isEmpty {
      input.pointee = Input(now: input.pointee.later, later: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    let piece = input.pointee.now
    let length = min(size, piece.count)
    UnsafeMutableRawBufferPointer(start: buffer, count: size).copyMemory(from: .init(rebasing: piece[..<length]))
    input.pointee.now = UnsafeRawBufferPointer(rebasing: piece[length...])
    count?.pointee = length
    return 1
  }
}
