import Infrastructure

extension Burn {
  /// What it costs to keep all functions of a loop busy; nil where memory or concurrency can't be known.
  ///
  /// - Parameter account: the executions that the account may run at once in a region.
  init?(functions: [Function], region: String?, account: Int) {
    let prices = Prices.in(region)
    var reserved = 0.0
    var shared = 0.0
    var concurrency = 0
    var megabytes = 0
    var sharesAccount = false
    for function in functions {
      guard let memory = function.effectiveMemory, !function.reservedConcurrency.isUnresolved else { return nil }
      let price = prices.gigabyteSecond(architecture: function.architecture.value)
      let hourly = Double(memory) / 1_024 * price * 3_600
      megabytes = max(megabytes, memory)
      if let limit = function.reservedConcurrency.value {
        reserved += Double(limit) * hourly
        concurrency = min(concurrency &+ max(0, limit), 1_000_000)
      } else {
        sharesAccount = true
        shared = max(shared, hourly)
      }
    }
    guard !functions.isEmpty else { return nil }
    // What is reserved comes out of what the account has.
    let rest = sharesAccount ? max(0, account - concurrency) : 0
    concurrency += rest
    self.init(
      dollarsPerHour: reserved + shared * Double(rest), concurrency: concurrency, megabytes: megabytes,
      isAccountLimit: sharesAccount)
  }
}
