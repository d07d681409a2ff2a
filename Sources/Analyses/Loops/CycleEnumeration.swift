import Infrastructure

/// Lists the cycles through at most five actors that pass no actor twice.
struct CycleEnumeration {
  private static let maximumActors = 5
  private static let maximumSteps = 50_000

  private let actors: [Int]
  private var legs: [Int: [(to: Int, way: Way)]] = [:]
  private let resource: (Int) -> ResourceID?
  private var stepsLeft = CycleEnumeration.maximumSteps
  private(set) var ways: [Way] = []

  /// Whether nothing was left out for want of steps.
  var isComplete: Bool { stepsLeft > 0 }

  init(actors: [Int], legs: [[(to: Int, way: Way)]], resource: @escaping (Int) -> ResourceID?) {
    self.actors = actors
    self.resource = resource
    for (actor, list) in zip(actors, legs) { self.legs[actor] = CycleEnumeration.best(list, from: actor, resource) }
  }

  /// Of the legs to another actor the cheapest; of those back to the same one all, as each ends in another trigger.
  private static func best(
    _ legs: [(to: Int, way: Way)], from start: Int, _ resource: (Int) -> ResourceID?
  ) -> [(to: Int, way: Way)] {
    var kept: [(to: Int, way: Way)] = []
    for leg in legs {
      if leg.to != start, let position = kept.firstIndex(where: { $0.to == leg.to }) {
        if leg.way.cost < kept[position].way.cost { kept[position] = leg }
      } else {
        kept.append(leg)
      }
    }
    return kept
  }

  mutating func run() {
    for actor in actors { extend(Way(steps: [], cost: 0), at: actor, from: actor, passed: [actor]) }
  }

  private mutating func extend(_ way: Way, at place: Int, from start: Int, passed: [Int]) {
    for leg in legs[place] ?? [] {
      stepsLeft -= 1
      guard stepsLeft > 0 else { return }
      let longer = Way(steps: way.steps + leg.way.steps, cost: way.cost + leg.way.cost)
      if leg.to == start {
        ways.append(longer)
      } else if leg.to > start, passed.count < CycleEnumeration.maximumActors, isNew(leg.to, passed) {
        extend(longer, at: leg.to, from: start, passed: passed + [leg.to])
      }
    }
  }

  private func isNew(_ place: Int, _ passed: [Int]) -> Bool {
    !passed.contains { resource($0) == resource(place) }
  }
}
