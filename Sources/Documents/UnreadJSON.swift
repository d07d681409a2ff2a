import Diagnostics

/// The bytes in which collections lie that are not read yet; kept to the end like the nodes that lie in them.
final class Lender: Sendable {
  let bytes: [UInt8]

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func kept(_ bytes: [UInt8]) -> Unmanaged<Lender> { .passRetained(Lender(bytes)) }
}

/// A collection of a JSON text that was checked from end to end, so that reading it can't fail any more.
struct UnreadJSON {
  private let lender: Unmanaged<Lender>
  private let span: Span
  /// Texts up to this size are read at once with all that is in them.
  private static let smallSize = 1024

  init(_ lender: Unmanaged<Lender>, _ span: Span) {
    self.lender = lender
    self.span = span
  }

  private var bytes: [UInt8] { lender._withUnsafeGuaranteedRef(\.bytes) }
  private var start: Int { Int(span.start) }
  private var end: Int { Int(span.end) }

  var isObject: Bool { bytes.indices.contains(start) && bytes[start] == UInt8(ascii: "{") }

  /// Whether the text holds `true`, as a value or as part of another word.
  var mayHoldTrue: Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let text = buffer[start..<min(end, buffer.count)]
      return text.indices.contains { text[$0] == UInt8(ascii: "t") && text[$0...].starts(with: "true".utf8) }
    }
  }

  /// The entries or items; large ones among them stay unread.
  var content: Node.Content {
    let lender = end - start > UnreadJSON.smallSize ? lender : nil
    let node = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, from: start, id: span.file, at: nil, lender: lender)
      return try? reader.collection(depth: 0)
    }
    return node?.content ?? .null
  }

  /// The text, where it is a string.
  var text: String {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, from: start, id: span.file, at: nil, lender: nil)
      return (try? reader.string()) ?? ""
    }
  }

  /// The entries or items as they are read for somebody who lets them go again.
  var opened: Opened {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer, from: start, id: span.file, at: nil, lender: lender)
      return (try? reader.opened()) ?? Opened()
    }
  }

  /// The last entry of a key, for which the others are stepped over.
  func entry(_ key: String) -> (keySpan: Span, value: Node)? {
    var key = key
    return key.withUTF8 { wanted in bytes.withUnsafeBufferPointer { entry(wanted, in: $0) } }
  }

  private func entry(_ key: UnsafeBufferPointer<UInt8>, in buffer: UnsafeBufferPointer<UInt8>) -> (
    keySpan: Span, value: Node
  )? {
    guard isObject, end <= buffer.count else { return nil }
    let scan = JSONScan(bytes: buffer, end: end)
    var index = scan.blanks(from: start + 1)
    var found: Int?
    while index < end, buffer[index] == UInt8(ascii: "\"") {
      guard let close = scan.string(at: index), let colon = scan.colon(after: close) else { return nil }
      if matches(buffer, index, close, key) { found = index }
      guard let after = scan.value(at: colon, depth: 0) else { return nil }
      index = scan.blanks(from: after)
      if index < end, buffer[index] == UInt8(ascii: ",") { index = scan.blanks(from: index + 1) }
    }
    return found.flatMap { start in
      var reader = JSONReader(buffer, from: start, id: span.file, at: nil, lender: lender)
      guard let (_, keySpan) = try? reader.key(in: start), let value = try? reader.value(depth: 1) else { return nil }
      return (keySpan, value)
    }
  }

  /// Whether the string between two quotes is the key; one that is written with escapes is read first.
  private func matches(
    _ buffer: UnsafeBufferPointer<UInt8>, _ open: Int, _ close: Int, _ key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let text = UnsafeBufferPointer(rebasing: buffer[(open + 1)..<(close - 1)])
    if text.count == key.count { return text.elementsEqual(key) }
    guard text.count > key.count, text.contains(UInt8(ascii: "\\")) else { return false }
    var reader = JSONReader(buffer, from: open, id: span.file, at: nil, lender: nil)
    return (try? reader.string())?.utf8.elementsEqual(key) ?? false
  }
}
