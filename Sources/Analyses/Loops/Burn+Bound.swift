import Infrastructure

extension Burn {
  /// The concurrency that an account has in a region unless it asked for more.
  static let accountConcurrency = 1_000

  /// What it costs to keep all functions of a loop busy; nil where memory or concurrency can't be known.
  init?(functions: [Function], region: String?) {
    var reserved = 0.0
    var shared = 0.0
    var concurrency = 0
    var megabytes = 0
    var sharesAccount = false
    for function in functions {
      guard let memory = function.effectiveMemory, !function.reservedConcurrency.isUnresolved else { return nil }
      let price = Price.gigabyteSecond(region: region, architecture: function.architecture.value)
      let hourly = Double(memory) / 1024 * price * 3600
      megabytes = max(megabytes, memory)
      if let limit = function.reservedConcurrency.value {
        reserved += Double(limit) * hourly
        concurrency = min(concurrency &+ max(0, limit), 1_000_000)
      } else {
        sharesAccount = true
        shared = max(shared, Double(Burn.accountConcurrency) * hourly)
      }
    }
    guard !functions.isEmpty else { return nil }
    if sharesAccount { concurrency += Burn.accountConcurrency }
    self.init(
      dollarsPerHour: reserved + shared, concurrency: concurrency, megabytes: megabytes, isAccountLimit: sharesAccount)
  }
}

/// On-demand prices of compute, first tier.
enum Price {
  /// US dollars for a gigabyte-second; that of us-east-1 where the region isn't known.
  ///
  /// Source: the AWS pricing calculator's data for Lambda, 2026-11; infracost's golden files agree for us-east-1.
  static func gigabyteSecond(region: String?, architecture: String?) -> Double {
    let (x86, arm) = perGigabyteSecond(region ?? "us-east-1")
    return architecture == "arm64" ? arm : x86
  }

  private static func perGigabyteSecond(_ region: String) -> (x86: Double, arm: Double) {
    switch region {
    case "af-south-1": (0.0000221000, 0.0000176800)
    case "ap-east-1": (0.0000229200, 0.0000183000)
    case "ap-southeast-5": (0.0000150000, 0.0000120000)
    case "eu-central-2": (0.0000183334, 0.0000146667)
    case "eu-south-1": (0.0000195172, 0.0000156138)
    case "me-south-1": (0.0000206667, 0.0000165334)
    // All other regions in the data have the price of us-east-1.
    default: (0.0000166667, 0.0000133334)
    }
  }
}
