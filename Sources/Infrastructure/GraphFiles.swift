package import Diagnostics

/// What the writer and the reader of graph files agree on.
package enum GraphFile {
  /// The schema that is written, and the only one that is read.
  package static let schema = 1
}

/// A line of a file of another repository, as its graph file tells it.
package struct WrittenPlace: Sendable, Hashable {
  package let path: String
  package let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

extension ResourceGraph {
  /// Whether a graph file says what a span covers, so that nobody can edit it there.
  package func isTold(_ span: Span) -> Bool { graphFiles.contains(span.file) }
}

extension GraphBuilder {
  /// Says that a file of the run is the graph of other files.
  package mutating func noteGraphFile(_ file: FileID) { graph.graphFiles.insert(file) }

  /// Says where that was written which an entry of a graph file tells of.
  package mutating func note(place: WrittenPlace, of span: Span) { graph.places[span] = place }
}

extension Relation {
  /// The text that sets it up: an entry of a bucket's notifications where there is one.
  package var telling: Span {
    if case .objects(let filter) = filter { filter.span } else { span }
  }
}
