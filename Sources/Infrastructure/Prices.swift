/// On-demand prices of Lambda in US dollars, first tier.
///
/// Source: the data of the AWS pricing calculator, read on 2026-11-20; infracost's golden files agree for us-east-1.
package struct Prices: Sendable {
  /// A gigabyte of memory for a second, by architecture.
  package let x86GigabyteSecond: Double
  package let armGigabyteSecond: Double
  /// A gigabyte of provisioned concurrency on x86, idle, for a second.
  package let provisionedGigabyteSecond: Double
  /// A gigabyte of `/tmp` above what is free, for a second of running.
  package let storageGigabyteSecond: Double

  /// The prices of a region; those of us-east-1 where it isn't known.
  package static func `in`(_ region: String?) -> Prices {
    table.first { $0.region == region }?.prices ?? usEast1
  }

  package func gigabyteSecond(architecture: String?) -> Double {
    architecture == "arm64" ? armGigabyteSecond : x86GigabyteSecond
  }

  /// Seconds of a month of 730 hours, as AWS reckons.
  package static let monthSeconds = 2_628_000.0

  private static let usEast1 = Prices(0.0000166667, 0.0000133334, 0.0000041667, 0.0000000309)

  private init(_ x86: Double, _ arm: Double, _ provisioned: Double, _ storage: Double) {
    x86GigabyteSecond = x86
    armGigabyteSecond = arm
    provisionedGigabyteSecond = provisioned
    storageGigabyteSecond = storage
  }

  private static let table: [(region: String, prices: Prices)] = [
    ("af-south-1", Prices(0.0000221000, 0.0000176800, 0.0000055300, 0.0000000404)),
    ("ap-east-1", Prices(0.0000229200, 0.0000183000, 0.0000057153, 0.0000000407)),
    ("ap-south-1", Prices(0.0000166667, 0.0000133334, 0.0000044985, 0.0000000352)),
    ("ap-northeast-1", Prices(0.0000166667, 0.0000133334, 0.0000053835, 0.0000000370)),
    ("ap-northeast-2", Prices(0.0000166667, 0.0000133334, 0.0000051254, 0.0000000352)),
    ("ap-northeast-3", Prices(0.0000166667, 0.0000133334, 0.0000053835, 0.0000000370)),
    ("ap-southeast-1", Prices(0.0000166667, 0.0000133334, 0.0000051991, 0.0000000370)),
    ("ap-southeast-2", Prices(0.0000166667, 0.0000133334, 0.0000052360, 0.0000000370)),
    ("ap-southeast-4", Prices(0.0000166667, 0.0000133334, 0.0000052360, 0.0000000370)),
    ("ap-southeast-5", Prices(0.0000150000, 0.0000120000, 0.0000046791, 0.0000000333)),
    ("ca-central-1", Prices(0.0000166667, 0.0000133334, 0.0000046460, 0.0000000340)),
    ("eu-central-1", Prices(0.0000166667, 0.0000133334, 0.0000050147, 0.0000000367)),
    ("eu-central-2", Prices(0.0000183334, 0.0000146667, 0.0000055162, 0.0000000441)),
    ("eu-west-1", Prices(0.0000166667, 0.0000133334, 0.0000046460, 0.0000000340)),
    ("eu-west-2", Prices(0.0000166667, 0.0000133334, 0.0000048304, 0.0000000358)),
    ("eu-west-3", Prices(0.0000166667, 0.0000133334, 0.0000048673, 0.0000000358)),
    ("eu-south-1", Prices(0.0000195172, 0.0000156138, 0.0000048783, 0.0000000357)),
    ("eu-north-1", Prices(0.0000166667, 0.0000133334, 0.0000044248, 0.0000000323)),
    ("me-south-1", Prices(0.0000206667, 0.0000165334, 0.0000051108, 0.0000000374)),
    ("sa-east-1", Prices(0.0000166667, 0.0000133334, 0.0000066372, 0.0000000586)),
    ("us-east-1", Prices(0.0000166667, 0.0000133334, 0.0000041667, 0.0000000309)),
    ("us-east-2", Prices(0.0000166667, 0.0000133334, 0.0000041667, 0.0000000309)),
    ("us-west-1", Prices(0.0000166667, 0.0000133334, 0.0000049041, 0.0000000370)),
    ("us-west-2", Prices(0.0000166667, 0.0000133334, 0.0000041667, 0.0000000309)),
  ]
}
