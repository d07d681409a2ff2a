#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Measures both ways to find the loops of an organisation: joining the graphs of its repositories, and reading all their
/// templates at once.
struct OrganisationBenchmark {
  let program: String
  let organisation: Organisation

  func run() {
    guard let root = Files.folder() else { return print("no temporary folder") }
    defer { _ = Measure.child(["/bin/rm", "-rf", root], output: "/dev/null") }
    let (bytes, names) = write(below: root)
    print(
      "\(organisation.templates) templates (\(bytes / 1_000_000) MB) in \(organisation.repositories) repositories, "
        + "\(organisation.loops) loops between them\n")
    print("                                              s     s CPU   peak MB   MB written    loops")
    graphs(of: names, below: root)
    row("join the graph files", ["--only", "recursive-loop", "--format", "json", root + "/graphs"], root)
    row("read all templates", ["--only", "recursive-loop", "--format", "json", root + "/repositories"], root)
    row("read all templates, every rule", ["--format", "json", root + "/repositories"], root)
  }

  /// Writes all templates; their bytes, and the names of the repositories.
  private func write(below root: String) -> (bytes: Int, names: [String]) {
    mkdir(root + "/repositories", 0o755)
    mkdir(root + "/graphs", 0o755)
    var bytes = 0
    let names = (0..<organisation.repositories).map { "team-\($0)" }
    for (number, name) in names.enumerated() {
      mkdir("\(root)/repositories/\(name)", 0o755)
      for (path, text) in organisation.files(of: number) {
        Files.write(text, to: "\(root)/repositories/\(name)/\(path)")
        bytes += text.utf8.count
      }
    }
    return (bytes, names)
  }

  /// One run for each repository, as each does in its own CI.
  private func graphs(of names: [String], below root: String) {
    var (seconds, processor, peak, bytes) = (0.0, 0.0, 0, 0)
    for name in names {
      let output = "\(root)/graphs/\(name).json"
      let run = Measure.child([program, "graph", "--format", "json", "\(root)/repositories/\(name)"], output: output)
      seconds += run.seconds
      processor += run.processor
      peak = max(peak, run.peak)
      bytes += Files.size(of: output)
    }
    line("graph, one run per repository", seconds, processor, peak, bytes, nil)
  }

  private func row(_ name: String, _ arguments: [String], _ root: String) {
    let output = root + "/report.json"
    let run = Measure.child([program] + arguments, output: output)
    line(name, run.seconds, run.processor, run.peak, Files.size(of: output), loops(in: output))
  }

  private func line(_ name: String, _ seconds: Double, _ processor: Double, _ peak: Int, _ bytes: Int, _ loops: Int?) {
    print(
      Benchmark.pad(name, 36), Benchmark.left(seconds, 10), Benchmark.left(processor, 9),
      Benchmark.left(Double(peak) / 1e6, 9, digits: 0),
      Benchmark.left(Double(bytes) / 1e6, 12), "      " + (loops.map { "\($0)" } ?? "-"))
    fflush(nil)
  }

  /// How many loops a report lists.
  private func loops(in path: String) -> Int {
    guard let file = fopen(path, "r") else { return 0 }
    defer { fclose(file) }
    var count = 0
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      if strstr(line, "\"rule\": \"recursive-loop\"") != nil { count += 1 }
    }
    return count
  }
}
