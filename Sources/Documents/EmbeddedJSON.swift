package import Diagnostics

/// Reads JSON inside a string, such as a filter pattern or a policy in an attribute.
package enum EmbeddedJSON {
  /// The tree of the text; every node has the span of the string; nil where it is no JSON.
  package static func read(_ text: String, span: Span) -> Node? {
    var text = text
    return text.withUTF8 { bytes in
      do throws(Problem) { return try JSONReader.read(bytes, from: 0, id: span.file, at: span).0 } catch { return nil }
    }
  }
}
