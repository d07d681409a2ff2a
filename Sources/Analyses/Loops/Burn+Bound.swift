import Infrastructure

extension Burn {
  /// Execution environments that an account has in a region unless it asks for more.
  ///
  /// Source: AWS Lambda Developer Guide, "Lambda quotas", 2025-11.
  static let accountConcurrency = 1_000

  /// The bound for a loop through the functions: each at its reserve, or the account's limit at the most expensive one.
  ///
  /// Nil where a function's memory or concurrency can't be known, or where no function takes part.
  init?(of members: [ResourceID], in graph: ResourceGraph) {
    let functions = members.compactMap { graph.function($0) }
    guard !functions.isEmpty, let price = Prices.region(nil) else { return nil }
    var reserved = 0
    var reservedRate = 0.0
    var isAccountLimit = false
    var largest = (megabytes: 0, rate: 0.0)
    for function in functions {
      guard let megabytes = function.effectiveMemory, !function.reservedConcurrency.isUnresolved else { return nil }
      let gigabytes = Double(megabytes) / 1024
      let rate = gigabytes * (function.architecture.value == "arm64" ? price.arm : price.x86)
      if let reserve = function.reservedConcurrency.value {
        reserved += min(max(reserve, 0), Burn.accountConcurrency)
        reservedRate += Double(min(max(reserve, 0), Burn.accountConcurrency)) * rate
      } else {
        isAccountLimit = true
      }
      if rate > largest.rate { largest = (megabytes, rate) }
    }
    let rate = isAccountLimit ? Double(Burn.accountConcurrency) * largest.rate : reservedRate
    self.init(
      dollarsPerHour: rate * 3600, concurrency: isAccountLimit ? Burn.accountConcurrency : reserved,
      megabytes: largest.megabytes, isAccountLimit: isAccountLimit)
  }
}
