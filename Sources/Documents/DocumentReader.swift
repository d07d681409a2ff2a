package import Diagnostics

/// Reads the documents of a file, as JSON where it begins like JSON and as YAML otherwise.
package enum DocumentReader {
  /// How deep collections may nest.
  static let maximumDepth = 200

  /// The documents of a file in order, without empty ones.
  ///
  /// - Parameters:
  ///   - file: the bytes, as `decoded` gives them: UTF-8 with or without a byte order mark.
  ///   - id: the id that the spans of the nodes carry.
  ///   - problems: receives what is wrong but can be read past, such as a key written twice.
  /// - Throws: the first error that makes the file unreadable, with its exact place.
  package static func read(_ file: SourceFile, id: FileID, problems: inout Problems) throws(Problem) -> [Node] {
    let result = file.bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(Problem) in try DocumentReader.read(bytes, id: id, of: file) }
    }
    let (documents, noted) = try result.get()
    for problem in noted.all { problems.note(problem) }
    return documents
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, id: FileID, of file: SourceFile
  ) throws(Problem) -> ([Node], Problems) {
    let (isASCII, beginning) = try Encoding.check(bytes, id: id)
    let start = beginningOfPlan(bytes, from: beginning)
    guard let first = bytes[start...].firstIndex(where: { !isBlank($0) }) else { return ([], Problems()) }
    guard bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") else {
      return try YAMLReader.read(bytes, from: start, isASCII: isASCII, id: id)
    }
    let isTerraform = isOfTerraform(bytes, from: first)
    let strict: Problem
    do throws(Problem) {
      let (root, noted) = try JSONReader.read(
        bytes, from: start, id: id, lender: isTerraform ? Lender.kept(file.bytes) : nil)
      return (root.isNull ? [] : [root], noted)
    } catch {
      if isTerraform { throw error }
      strict = error
    }
    do throws(Problem) {
      return try YAMLReader.read(bytes, from: start, isASCII: isASCII, id: id)
    } catch {
      if isTemplated(bytes, at: first) { throw Problem(error.span, templated) }
      throw hasQuotedKey(bytes, at: first) ? strict : error
    }
  }

  /// Past the line `[command]… show -json …` that a common wrapper of Terraform prints first; else where it began.
  private static func beginningOfPlan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard bytes[start...].starts(with: "[command]".utf8), let end = bytes[start...].firstIndex(of: 0x0A),
      end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "{")
    else { return start }
    return end + 1
  }

  /// Whether JSON is a plan or state, which are large and of which little is looked at: both say early who wrote them.
  private static func isOfTerraform(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + 160)])
    return String(decoding: head, as: UTF8.self).contains("\"terraform_version\"")
  }

  /// Whether a text that begins with a bracket goes on like JSON, so that JSON's error is the telling one.
  private static func hasQuotedKey(_ bytes: UnsafeBufferPointer<UInt8>, at first: Int) -> Bool {
    guard bytes[first] == UInt8(ascii: "{") else { return true }
    return bytes[(first + 1)...].first { !isBlank($0) } == UInt8(ascii: "\"")
  }

  /// Whether a text begins like a Jinja or Helm template, which is no config before it is rendered.
  private static func isTemplated(_ bytes: UnsafeBufferPointer<UInt8>, at first: Int) -> Bool {
    guard bytes[first] == UInt8(ascii: "{"), first + 1 < bytes.count else { return false }
    let next = bytes[first + 1]
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#")
  }

  private static let templated = "the source of a template engine; render it before the audit"

  @inline(__always)
  package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
