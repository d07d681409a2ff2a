import Analyses
import Diagnostics
import Documents
import Loaders

/// What counts in a run: the command line, the config file, and the baseline.
struct Policy {
  var threshold = Threshold.warning
  var only: Set<String> = []
  var skip: Set<String> = []
  var minimumConfidence = Confidence.possible
  /// The `ignore` entries of the config file.
  var ignores: [Suppression] = []
  var baseline = Baseline()
  /// Whether what is found goes into a new baseline.
  var writesBaseline = false
  var honoursSuppressions = true
  var profile = Profile.default
  /// What findings are measured against.
  var standards = Standards()
  /// Config files and baselines that can't be read.
  var failures: [AuditReport.File] = []

  init(_ request: AuditRequest, files: ProjectFiles, into context: inout LoadContext) {
    standards.today = Day(number: FileSystem.today).text
    if let path = request.configuration ?? Policy.defaultConfiguration(files) {
      guarded(path) { policy throws(Problem) in
        let (file, root) = try Policy.read(path, into: &context)
        if let root { try policy.apply(root, of: file) }
      }
    }
    if let path = request.baseline {
      guarded(path) { policy throws(Problem) in
        let (_, root) = try Policy.read(path, into: &context)
        policy.baseline = try Baseline(root)
      }
    }
    threshold = request.threshold ?? threshold
    if !request.only.isEmpty { only = Set(request.only) }
    skip.formUnion(request.skip)
    minimumConfidence = request.minimumConfidence?.confidence ?? minimumConfidence
    writesBaseline = request.newBaseline != nil
    honoursSuppressions = request.honoursSuppressions
    profile = request.profile ?? profile
    standards.accountConcurrency = request.accountConcurrency ?? standards.accountConcurrency
    standards.today = request.asOf?.text ?? standards.today
  }

  /// Whether a rule takes part in the run.
  func isActive(_ rule: String) -> Bool { (only.isEmpty || only.contains(rule)) && !skip.contains(rule) }

  static let fileName = ".lambda-audit.yml"

  private static func defaultConfiguration(_ files: ProjectFiles) -> String? {
    guard let root = files.roots.first else { return nil }
    let path = files.shown(Path.join(root, fileName))
    return FileSystem.exists(path) ? path : nil
  }

  private mutating func guarded(_ path: String, _ body: (inout Policy) throws(Problem) -> Void) {
    do throws(Problem) {
      try body(&self)
    } catch {
      failures.append(AuditReport.File(path: path, format: nil, status: .failed, error: error))
    }
  }

  private static func read(_ path: String, into context: inout LoadContext) throws(Problem) -> (FileID, Node?) {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = DocumentReader.decoded(try FileSystem.read(path))
    } catch {
      throw Problem(.top(of: context.sources.add(SourceFile(path: path, bytes: []))), error.reason)
    }
    let source = SourceFile(path: path, bytes: bytes)
    let file = context.sources.add(source)
    return (file, try DocumentReader.read(source, id: file, problems: &context.problems).first)
  }
}
