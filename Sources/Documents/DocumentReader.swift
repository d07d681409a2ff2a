package import Diagnostics

/// Reads the documents of a file, as JSON where it begins like JSON and as YAML otherwise.
package enum DocumentReader {
  /// The documents of a file in order, without empty ones.
  ///
  /// - Parameters:
  ///   - file: the bytes; UTF-8 with or without a byte order mark, or UTF-16 with one.
  ///   - id: the id that the spans of the nodes carry.
  ///   - problems: receives what is wrong but can be read past, such as a key written twice.
  /// - Throws: the first error that makes the file unreadable, with its exact place.
  package static func read(_ file: SourceFile, id: FileID, problems: inout Problems) throws(Problem) -> [Node] {
    throw Problem(.top(of: id), "not implemented")
  }
}
