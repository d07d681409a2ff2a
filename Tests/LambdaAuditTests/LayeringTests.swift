import TestSupport
import Testing

/// The arrows of docs/architecture.md: which targets may import which.
@Suite struct LayeringTests {
  static let arrows: [String: Set<String>] = [
    "Threads": ["CMalloc"],
    "Diagnostics": [],
    "Documents": ["CLibYAML", "Diagnostics", "Threads"],
    "Infrastructure": ["Diagnostics", "OrderedCollections"],
    "Analyses": ["Infrastructure", "Diagnostics", "Threads", "OrderedCollections"],
    "Loaders": ["Documents", "Infrastructure", "Diagnostics", "OrderedCollections"],
    "Rules": ["Analyses", "Infrastructure", "Diagnostics", "Threads"],
    "Reporters": ["Analyses", "Infrastructure", "Diagnostics", "Threads"],
    "LambdaAudit": [
      "Rules", "Reporters", "Loaders", "Analyses", "Documents", "Infrastructure", "Diagnostics", "Threads",
    ],
    "lambda-audit": ["LambdaAudit", "ArgumentParser"],
  ]
  /// The C library, in the files that talk to the operating system.
  static let systemFiles = ["LambdaAudit/FileSystem.swift", "Threads/WorkerThread.swift", "Threads/Heap.swift"]
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]

  @Test(arguments: arrows.keys.sorted()) func imports(_ target: String) throws {
    let allowed = try #require(LayeringTests.arrows[target])
    let files = Project.files(below: "Sources/\(target)", extension: "swift")
    #expect(!files.isEmpty)
    for file in files {
      for module in LayeringTests.imports(of: file) where !allowed.contains(module) {
        let isSystem =
          LayeringTests.systemFiles.contains { file.hasSuffix($0) } && LayeringTests.system.contains(module)
        #expect(isSystem, "\(file) imports \(module)")
      }
    }
  }

  @Test func everyTargetHasItsArrows() {
    let targets = Set(Project.list("Sources")).subtracting(["CLibYAML", "CMalloc"])
    #expect(targets == Set(LayeringTests.arrows.keys))
  }

  private static func imports(of path: String) -> [String] {
    (Project.text(path) ?? "").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { return nil }
      return words[..<keyword].allSatisfy { ["package", "public", "private", "internal", "@testable"].contains($0) }
        ? String(words[keyword + 1]) : nil
    }
  }
}

/// Readers, loaders, analyses and rules are total, and what they stand on: nothing in them can end the process.
@Suite struct TotalityTests {
  static let files = ["Threads", "Diagnostics", "Documents", "Infrastructure", "Loaders", "Analyses", "Rules"].flatMap {
    Project.files(below: "Sources/\($0)", extension: "swift")
  }
  static let traps = ["try!", "as!", "fatalError", "precondition(", "preconditionFailure", "assert(", "unowned"]

  @Test(arguments: files) func nothingTraps(_ file: String) throws {
    let text = try #require(Project.text(file))
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let code = TotalityTests.code(of: String(line))
      for trap in TotalityTests.traps { #expect(!code.contains(trap), "\(file):\(number + 1) has \(trap)") }
      #expect(!TotalityTests.unwraps(code), "\(file):\(number + 1) unwraps by force: \(line)")
    }
  }

  /// A line without its comment and string literals.
  private static func code(of line: String) -> String {
    var out = ""
    var isInString = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isInString.toggle() }
      if !isInString, character == "/", previous == "/" { return String(out.dropLast()) }
      if !isInString, character != "\"" { out.append(character) }
      previous = character
    }
    return out
  }

  /// Whether an exclamation mark follows a value directly and doesn't begin `!=`.
  private static func unwraps(_ code: String) -> Bool {
    let characters = Array(code)
    return characters.indices.contains { index in
      guard characters[index] == "!", index > 0 else { return false }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let before = characters[index - 1]
      return next != "=" && (before.isLetter || before.isNumber || ")]_?".contains(before))
    }
  }
}
