#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Prints how long reading and whole runs take.
///
/// `lambda-audit-bench [PROGRAM [SMALL-TEMPLATE]]`: without a program, reading alone is measured.
/// `lambda-audit-bench --plan SERVICES` prints the Terraform plan that is measured, of any size.
/// `lambda-audit-bench --organisation TEMPLATES PROGRAM`: what joining repositories costs, and auditing them directly.
@main
enum Benchmark {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "--plan":
      guard rest.count == 1, let services = Int(rest[0]), services > 0 else { return print(usage) }
      print(Plans.services(services), terminator: "")
    case "--organisation":
      guard rest.count == 2, let templates = Int(rest[0]), templates > 0 else { return print(usage) }
      OrganisationBenchmark(program: rest[1], organisation: Organisation(templates: templates)).run()
    case let program?:
      plan(program)
      reading()
      runs(of: program, small: rest.first)
    case nil: reading()
    }
  }

  private static let usage = """
    lambda-audit-bench [PROGRAM [SMALL-TEMPLATE]]
    lambda-audit-bench --plan SERVICES
    lambda-audit-bench --organisation TEMPLATES PROGRAM
    """

  private static func plan(_ program: String) {
    print(
      "Terraform plan                            MB   bytes alone ms   whole run ms   MB/s alone   MB/s run   peak MB")
    let text = Plans.services(1_000)
    guard let path = write(text) else { return }
    let size = Double(text.utf8.count) / 1e6
    let alone = Measure.look(Array(text.utf8), runs: 5)
    let runs = (0..<3).map { _ in Measure.child([program, path], output: "/dev/null") }
    let run = (runs.map(\.seconds).min() ?? 0) * 1e3
    print(
      pad("20,000 resources", 36), left(size, 7), left(alone, 16), left(run, 14),
      left(size / alone * 1e3, 12, digits: 0), left(size / run * 1e3, 10, digits: 0),
      left(Double(runs.map(\.peak).max() ?? 0) / 1e6, 9, digits: 0))
    print()
    unlink(path)
  }

  private static func reading() {
    print("Reading                                   MB    libyaml ms    tree ms   ratio")
    let large = Templates.functions(1_000)
    row("SAM, 1,000 functions", Array(large.utf8), runs: 30)
    row("the same with an 'é'", Array(("# é\n" + large).utf8), runs: 30)
    row("SAM, 50,000 functions", Array(Templates.functions(50_000).utf8), runs: 3)
  }

  private static func row(_ name: String, _ bytes: [UInt8], runs: Int) {
    let scan = Measure.scan(bytes, runs: runs)
    let tree = Measure.read(bytes, runs: runs)
    print(
      pad(name, 36), left(Double(bytes.count) / 1e6, 7), left(scan, 13), left(tree, 10), left(tree / scan, 7))
    fflush(nil)
  }

  private static func runs(of program: String, small: String?) {
    print("\nWhole runs, process start included         runs         ms   times /bin/true")
    let nothing = Measure.process(["/bin/true"], runs: 50)
    line("/bin/true", 50, nothing, nothing)
    if let small {
      line("a small template", 50, Measure.process([program, small], runs: 50), nothing)
      for peer in peers where Measure.exitStatus([peer, "--version"]) == 0 {
        line("\(peer), the same template", 3, Measure.process([peer, small], runs: 3), nothing)
      }
    }
    let inputs = [
      ("SAM, 1,000 functions", Templates.functions(1_000), 50),
      ("1,000 functions at random", Templates.random(1_000), 5),
      ("ring of 10,000 functions", Templates.ring(10_000), 1),
      ("2,000 functions, all to all", Templates.completeGraph(2_000), 1),
    ]
    for (name, text, runs) in inputs {
      guard let path = write(text) else { continue }
      let time = Measure.process([program, path], runs: runs)
      line(name, runs, time, nothing)
      if runs > 5 {
        let scan = Measure.scan(Array(text.utf8), runs: 30)
        print(
          pad("  libyaml's scan of the same bytes", 40), left(30, 7, digits: 0), left(scan, 10), "  the run is",
          left(time / scan, 4), "times that")
      }
      unlink(path)
    }
  }

  /// Other checkers of templates, measured where they are installed.
  private static let peers = ["cfn-lint"]

  private static func line(_ name: String, _ runs: Int, _ time: Double, _ nothing: Double) {
    print(pad(name, 40), left(Double(runs), 7, digits: 0), left(time, 10), left(time / nothing, 17))
    fflush(nil)
  }

  /// Writes a temporary template; the path, or nil where that failed.
  private static func write(_ text: String) -> String? {
    var name = Array("/tmp/lambda-audit-XXXXXX.yaml".utf8CString)
    let descriptor = mkstemps(&name, 5)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard Files.write(text, to: descriptor) else { return nil }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A number with one or two digits after the point, at the right of its column.
  static func left(_ value: Double, _ width: Int, digits: Int = 2) -> String {
    let scale = digits == 0 ? 1.0 : 100.0
    let scaled = Int((value * scale).rounded())
    let text =
      digits == 0 ? "\(scaled)" : "\(scaled / 100).\(scaled % 100 < 10 ? "0" : "")\(scaled % 100)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
