import Diagnostics
import Infrastructure

extension RingSearch {
  /// Finds the shortest ring over each step from one file to another: where functions also loop by themselves, those
  /// shorter loops, which their own repositories report, would hide the one that only several repositories close.
  mutating func searchAcross(_ members: [Int]) {
    let files = files(of: members)
    for node in members {
      for (position, edge) in web.edges[node].enumerated() {
        guard work < RingSearch.generousWork else { return }
        guard components.component[edge.to] == components.component[node], let here = files[node],
          let there = files[edge.to], here != there,
          graph.graphFiles.contains(here) || graph.graphFiles.contains(there)
        else { continue }
        for demand in Demand.allCases where Demand(edge) >= demand {
          guard let back = shortest(from: edge.to, to: node, demand) else { break }
          let steps = [Ring.Step(node: node, edge: position)] + back.steps
          guard let first = steps.firstIndex(where: { web.isIdentity($0.node) }) else { break }
          note(Ring(steps: Array(steps[first...] + steps[..<first])), limit: .max)
          if back.steps.allSatisfy({ Demand(web.edge($0)) == .exactAndSure }) { break }
        }
      }
    }
  }

  /// The files that tell of nodes; a permission is told of where those are that have it.
  private func files(of members: [Int]) -> [Int: FileID] {
    var files: [Int: FileID] = [:]
    for node in members {
      guard let id = web.resource(at: node) else { continue }
      let file = graph.resources[id.index].span.file
      files[node] = file
      guard web.isIdentity(node) else { continue }
      for edge in web.edges[node] where web.resource(at: edge.to) == nil { files[edge.to] = file }
    }
    return files
  }
}
