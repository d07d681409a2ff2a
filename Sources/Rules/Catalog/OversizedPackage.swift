import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// Lambda refuses a package that is too large, and a sixth layer, when the deployment is nearly done.
  static let oversizedPackage = Rule(
    id: "oversized-package",
    title: "Lambda refuses the package for its size or layers",
    severity: .error,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard !function.isImage, !function.layers.isUnset || !function.code.isUnset else { return }
      let name = facts.graph[function.id].name
      if case .known(let count, let span) = function.layers, count > Limits.layers {
        report(
          "'\(name)' has \(count) layers, and Lambda takes \(Limits.layers)", at: span, resource: function.id,
          help: "merge layers, put some of them into the package, or use an image"
        ) { $0.subject = "layers" }
      }
      guard case .known(let code, let span) = function.code, let excess = Excess(code) else { return }
      report(
        "\(excess.subject) of '\(name)' \(excess.sentence)", at: span, resource: function.id, confidence: .likely,
        help: excess.help
      ) { $0.subject = "size" }
    }
  )
}

/// What is too large, and by which limit.
private struct Excess {
  let subject: String
  let sentence: String
  let help: String

  /// Bytes of a megabyte as Lambda counts.
  private static let megabyte = 1 << 20

  init?(_ code: CodeSize) {
    let (sum, isHuge) = code.bytes.addingReportingOverflow(code.layerBytes)
    if isHuge || sum > Limits.unzippedPackage * Excess.megabyte {
      subject = code.layerBytes > 0 ? "code and layers" : "the code"
      let verb = code.layerBytes > 0 ? "have" : "has"
      let state = code.isArchive ? "zipped" : "unzipped"
      sentence =
        "\(verb) \(Excess.megabytes(sum)) MB \(state), and Lambda takes \(Limits.unzippedPackage) MB unzipped"
      help = "leave out what the function doesn't need, keep large files in S3 or EFS, or use an image"
    } else if code.isArchive, code.isUploadedDirectly, code.bytes > Limits.zippedPackage * Excess.megabyte {
      subject = "the archive"
      sentence =
        "has \(Excess.megabytes(code.bytes)) MB, and Lambda takes \(Limits.zippedPackage) MB by direct upload"
      help = "upload it to S3 and name the object with s3_bucket and s3_key"
    } else {
      return nil
    }
  }

  private static func megabytes(_ bytes: Int) -> String { Phrase.number((bytes - 1) / megabyte + 1) }
}
