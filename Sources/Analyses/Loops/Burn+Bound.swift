import Infrastructure

extension Burn {
  /// What it costs to keep all functions of a loop busy; nil where memory or concurrency can't be known.
  ///
  /// - Parameters:
  ///   - functions: the resources of the loop; those that are no functions cost nothing here.
  ///   - account: the executions that the account may run at once in a region.
  init?(functions: [ResourceID], in graph: ResourceGraph, account: Int) {
    let prices = Prices.in(graph.assumptions["AWS::Region"])
    var reserved = 0.0
    var shared = 0.0
    var concurrency = 0
    var megabytes = 0
    var sharesAccount = false
    var isEmpty = true
    for id in functions {
      guard let size = graph.function(id, { Size($0) }) else { continue }
      isEmpty = false
      guard let memory = size.memory, !size.reserved.isUnresolved else { return nil }
      let hourly = Double(memory) / 1_024 * prices.gigabyteSecond(architecture: size.architecture) * 3_600
      megabytes = max(megabytes, memory)
      if let limit = size.reserved.value {
        reserved += Double(limit) * hourly
        concurrency = min(concurrency &+ max(0, limit), 1_000_000)
      } else {
        sharesAccount = true
        shared = max(shared, hourly)
      }
    }
    guard !isEmpty else { return nil }
    // What is reserved comes out of what the account has.
    let rest = sharesAccount ? max(0, account - concurrency) : 0
    concurrency += rest
    self.init(
      dollarsPerHour: reserved + shared * Double(rest), concurrency: concurrency, megabytes: megabytes,
      isAccountLimit: sharesAccount)
  }
}

/// What the cost of a function depends on.
private struct Size {
  let memory: Int?
  let reserved: Setting<Int>
  let architecture: String?

  init(_ function: borrowing Function) {
    memory = function.effectiveMemory
    reserved = function.reservedConcurrency
    architecture = function.architecture.value
  }
}
