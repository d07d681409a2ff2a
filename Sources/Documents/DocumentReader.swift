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
    try Encoding.check(file.bytes, id: id)
    let start = Encoding.byteOrderMarkLength(file.bytes)
    guard let first = file.bytes[start...].first(where: { !isBlank($0) }) else { return [] }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return try YAMLReader.read(file.bytes, from: start, id: id, problems: &problems)
    }
    var noted = problems
    let strict: Problem
    do throws(Problem) {
      let root = try JSONReader.read(file.bytes, from: start, id: id, problems: &noted)
      problems = noted
      return [root]
    } catch { strict = error }
    do throws(Problem) {
      return try YAMLReader.read(file.bytes, from: start, id: id, problems: &problems)
    } catch { throw strict }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
