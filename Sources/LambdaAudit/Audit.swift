package import Analyses
package import Diagnostics
import Infrastructure
import Loaders
import Rules

/// One run from paths to findings.
package enum Audit {
  /// What a run found, and the facts that drawings are made from.
  package struct Outcome: Sendable {
    package var report: AuditReport
    package let facts: Facts
    package private(set) var status: ExitStatus
    /// Fingerprints for a baseline, of everything that was found.
    let accepted: Baseline
    /// The trees that everything else was made of; held so that whoever ends the process need not free them.
    let read: (inputs: Inputs, context: LoadContext)

    /// Once a new baseline is written, nothing that it holds is reported.
    mutating func acceptEverything() {
      report.suppressed += report.findings.count
      report.findings = []
      if status == .findings { status = .clean }
    }
  }

  /// The straight line: read, load, analyse, judge.
  package static func run(_ request: AuditRequest) -> Outcome {
    let paths = request.paths.isEmpty ? ["."] : request.paths
    let files = ProjectFiles(inputs: paths)
    var context = LoadContext(inputs: request.deployment.inputs, files: files)
    let policy = Policy(request, files: files, into: &context)
    var inputs = Inputs(Walk(paths, files: files), into: &context)
    inputs.load(into: &context)
    let own = context.takeOwn().map { Facts($0.finish(), standards: policy.standards) }
    let facts = Facts(context.takeBuilder().finish(), standards: policy.standards)
    var findings = Catalog.findings(in: facts, own: own ?? facts) + malformed(context.problems)
    Audit.limit(&findings, to: inputs.files, in: context)
    let secrets = findings.flatMap(\.secrets)
    let verdict = Verdict(consume findings, policy: policy, context: context)
    var report = AuditReport(
      files: policy.failures + inputs.files, findings: verdict.findings, suppressed: verdict.suppressed,
      sources: context.sources)
    report.secrets = secrets
    return Outcome(
      report: report, facts: facts, status: ExitStatus(report, threshold: policy.threshold), accepted: verdict.accepted,
      read: (inputs, context))
  }

  /// Keeps the findings that concern an input: a nested stack that was read as part of another template is context, and has
  /// findings of its own where it is an input itself; a loop counts wherever it passes an input.
  private static func limit(
    _ findings: inout [Finding], to inputs: [AuditReport.File], in context: LoadContext
  ) {
    guard !context.nested.isEmpty else { return }
    let given = Set(inputs.map(\.path))
    func isContext(_ span: Span) -> Bool {
      let path = context.sources[span.file].path
      return context.nested.contains(path) && !given.contains(path)
    }
    findings.removeAll { finding in
      isContext(finding.span) && (finding.loop == nil || finding.related.allSatisfy { isContext($0.span) })
    }
  }

  /// What was wrong with the files but could be read past.
  private static func malformed(_ problems: Problems) -> [Finding] {
    problems.all.map { problem in
      Finding(
        .init(
          rule: "malformed-config", message: problem.message, related: problem.related, subject: problem.message),
        severity: problem.severity, confidence: .certain, span: problem.span)
    }
  }
}

/// What the process ends with.
package enum ExitStatus: Int32, Sendable {
  case clean = 0
  /// Findings at or above the threshold.
  case findings = 1
  /// Something could not be audited, which wins over findings.
  case failed = 2

  /// Wrong usage; the same as ArgumentParser's.
  static let usage: Int32 = 64

  init(_ report: AuditReport, threshold: Threshold) {
    if report.files.contains(where: { $0.status == .failed }) {
      self = .failed
    } else if let lowest = threshold.severity, report.findings.contains(where: { $0.severity >= lowest }) {
      self = .findings
    } else {
      self = .clean
    }
  }
}
