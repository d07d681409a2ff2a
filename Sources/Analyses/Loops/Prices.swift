/// What Lambda costs on demand, in US dollars, first tier.
///
/// Source: AWS Pricing Calculator data for Lambda, read 2026-11; us-east-1 checked against a second source.
enum Prices {
  struct Region: Sendable {
    let name: String
    /// A gigabyte-second on x86_64.
    let x86: Double
    /// A gigabyte-second on arm64.
    let arm: Double
  }

  static let regions: [Region] = [
    Region(name: "af-south-1", x86: 0.0000221000, arm: 0.0000176800),
    Region(name: "ap-east-1", x86: 0.0000229200, arm: 0.0000183000),
    Region(name: "ap-south-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-northeast-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-northeast-2", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-northeast-3", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-southeast-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-southeast-2", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-southeast-4", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "ap-southeast-5", x86: 0.0000150000, arm: 0.0000120000),
    Region(name: "ca-central-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "eu-central-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "eu-central-2", x86: 0.0000183334, arm: 0.0000146667),
    Region(name: "eu-west-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "eu-west-2", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "eu-west-3", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "eu-south-1", x86: 0.0000195172, arm: 0.0000156138),
    Region(name: "eu-north-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "me-south-1", x86: 0.0000206667, arm: 0.0000165334),
    Region(name: "sa-east-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "us-east-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "us-east-2", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "us-west-1", x86: 0.0000166667, arm: 0.0000133334),
    Region(name: "us-west-2", x86: 0.0000166667, arm: 0.0000133334),
  ]

  /// The prices of a region, or those of us-east-1 where it isn't known.
  static func region(_ name: String?) -> Region? {
    regions.first { $0.name == name } ?? regions.first { $0.name == "us-east-1" }
  }
}
