import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct VariableProblemTests {
  private func problems(_ value: String, custom: String = "{}", files: [String: String] = [:]) throws -> [String] {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      custom: \(custom)
      functions:
        main:
          handler: a.b
          environment:
            VALUE: "\(value)"
      """, files: files)
    #expect(graph.function("main") != nil)
    return graph.problems.map { "\(graph.text($0.span)): \($0.message)" }
  }

  @Test func fileOutsideTheProject() throws {
    #expect(
      try problems("${file(../../../etc/passwd)}") == [
        "\"${file(../../../etc/passwd)}\": '../../../etc/passwd' lies outside the project, so it is not read"
      ])
  }

  @Test func missingFile() throws {
    #expect(
      try problems("${file(nowhere.yml):a}") == [
        "\"${file(nowhere.yml):a}\": the file 'nowhere.yml' does not exist"
      ])
  }

  @Test func missingFileOfAnAssumedStageIsOnlyInfo() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      custom:
        settings: ${file(config.${opt:stage}.yml)}
      functions:
        main: {handler: a.b, name: 'main-${self:custom.settings.suffix}'}
      """)
    #expect(graph.problems.map(\.message) == ["the file 'config.dev.yml' does not exist; stage 'dev' is assumed"])
    #expect(graph.problems.map(\.severity) == [.info])
    #expect(graph.problems.map { graph.text($0.span) } == ["'main-${self:custom.settings.suffix}'"])
  }

  @Test func aFileForTheWholeProviderIsNotedWhereItIsUsed() throws {
    let graph = try loaded(
      """
      service: shop
      provider: ${file(../shared.yml):provider}
      functions:
        main: {handler: a.b}
      """)
    #expect(graph.problems.map { graph.text($0.span) } == ["${file(../shared.yml):provider}"])
  }

  @Test func missingFileWithFallbackIsNoProblem() throws {
    #expect(try problems("${file(nowhere.yml):a, 'b'}") == [])
  }

  @Test func codeIsNeverRun() throws {
    #expect(try problems("${file(config.js):a}", files: ["config.js": "module.exports.a = 1"]) == [])
  }

  @Test func cycle() throws {
    let found = try problems("${self:custom.a}", custom: "{a: \"${self:custom.b}\", b: \"${self:custom.a}\"}")
    #expect(found.count == 1)
    #expect(found.first?.contains("'${self:custom.a}' refers to itself, so it has no value") == true)
  }

  @Test func cycleThroughAFile() throws {
    let found = try problems(
      "${file(a.yml):x}", files: ["a.yml": "x: ${file(b.yml):y}", "b.yml": "y: ${file(a.yml):x}"])
    #expect(found.count == 1)
    #expect(found.first?.contains("refers to itself") == true)
  }

  @Test func twoHundredLevels() throws {
    let nested = String(repeating: "${self:", count: 200) + "custom" + String(repeating: "}", count: 200)
    let found = try problems(nested)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.contains("more than 64 deep") })
  }

  @Test func aChainOfTwoHundred() throws {
    let entries = (0..<200).map { "a\($0): \"${self:custom.a\($0 + 1)}\"" } + ["a200: end"]
    let found = try problems("${self:custom.a0}", custom: "{" + entries.joined(separator: ", ") + "}")
    #expect(found.contains { $0.contains("more than 64 deep") })
  }

  @Test func aBombOfVariablesEnds() throws {
    let entries = (0..<40).map { "a\($0): \"${self:custom.a\($0 + 1)}${self:custom.a\($0 + 1)}\"" } + ["a40: end"]
    let found = try problems("${self:custom.a0}", custom: "{" + entries.joined(separator: ", ") + "}")
    #expect(!found.isEmpty)
  }

  @Test(arguments: [
    "${", "${self:", "${}", "${self:custom.}", "${file()}", "${file(}", "${self:custom, }", "${:}", "}${",
  ])
  func brokenText(_ text: String) throws {
    _ = try problems(text)
  }

  @Test func manyUnclosedMarks() throws {
    _ = try problems(String(repeating: "${", count: 20_000))
  }

  @Test func anotherProviderIsSkipped() throws {
    let text = "service: shop\nprovider: {name: azure}\nfunctions:\n  main: {handler: a.b}\n"
    var context = LoadContext(inputs: LoadInputs(), files: MemoryFiles(["serverless.yml": text]))
    let read = context.open("serverless.yml", from: "")
    let opened = try #require(read)
    let count = try Loader.load(.serverless, file: opened.id, documents: opened.documents, into: &context)
    #expect(count == 0)
    #expect(context.skipped == ["serverless.yml"])
  }
}
