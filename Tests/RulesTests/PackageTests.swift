import Analyses
import Diagnostics
import Infrastructure
import Rules
import TestSupport
import Testing

/// What packages weigh, with files that are only weighed.
@Suite struct PackageTests {
  private static let megabyte = 1 << 20

  private func findings(_ loaded: LoadedGraph) throws -> [Finding] {
    let rule = try #require(Catalog.all.first { $0.id == "oversized-package" })
    return rule.findings(in: Facts(loaded.graph))
  }

  private func messages(
    _ template: String, _ path: String = "template.yaml", megabytes: [String: Int]
  ) throws -> [String] {
    let sizes = megabytes.mapValues { $0 * PackageTests.megabyte }
    return try findings(LoadedGraph([path: template], sizes: sizes)).map(\.message)
  }

  private func function(_ properties: String, more: String = "") -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Report:
        Type: AWS::Serverless::Function
        Properties:
          Handler: report.handler
          \(properties)
    \(more)
    """
  }

  @Test func aFolderIsMeasuredAgainstTheUnzippedLimit() throws {
    let template = function("Runtime: python3.13\n      CodeUri: src/")
    #expect(try messages(template, megabytes: ["src/model.bin": 249, "src/app.py": 1]) == [])
    let sizes = ["src/model.bin": 250 << 20, "src/app.py": 1]
    let loaded = try LoadedGraph(["template.yaml": template], sizes: sizes)
    let finding = try #require(try findings(loaded).first)
    #expect(finding.message == "the code of 'Report' has 251 MB unzipped, and Lambda takes 250 MB unzipped")
    #expect(loaded.text(finding.span) == "src/")
    #expect(finding.severity == .error && finding.confidence == .likely)
  }

  @Test func whatABuildInstallsAnewDoesNotCount() throws {
    let template = function("Runtime: nodejs22.x\n      CodeUri: .")
    let sizes = ["node_modules/a/index.js": 300, ".git/pack": 300, ".aws-sam/cache/a": 300, "app.js": 1]
    #expect(try messages(template, megabytes: sizes) == [])
  }

  @Test func whatABuildMadeCounts() throws {
    let template = function("Runtime: nodejs22.x\n      CodeUri: src/")
    let sizes = [".aws-sam/build/Report/node_modules/a.js": 300, "src/app.js": 1]
    #expect(
      try messages(template, megabytes: sizes) == [
        "the code of 'Report' has 300 MB unzipped, and Lambda takes 250 MB unzipped"
      ])
  }

  @Test(arguments: ["Runtime: java21\n      CodeUri: src/", "Runtime: python3.13\n      CodeUri: s3://code/src"])
  func whatIsMadeElsewhereIsNotMeasured(_ properties: String) throws {
    #expect(try messages(function(properties), megabytes: ["src/model.bin": 300]) == [])
  }

  @Test func imagesHaveAnotherLimit() throws {
    let template = function("PackageType: Image\n      CodeUri: src/")
    #expect(try messages(template, megabytes: ["src/model.bin": 300]) == [])
  }

  @Test func anArchiveThatGoesThroughABucketHasTheUnzippedLimitOnly() throws {
    let template = function("Runtime: java21\n      CodeUri: app.jar")
    #expect(try messages(template, megabytes: ["app.jar": 60]) == [])
    #expect(
      try messages(template, megabytes: ["app.jar": 260]) == [
        "the code of 'Report' has 260 MB zipped, and Lambda takes 250 MB unzipped"
      ])
  }

  @Test func localLayersCount() throws {
    let layer = """
        Model:
          Type: AWS::Serverless::LayerVersion
          Properties:
            ContentUri: model/
      """
    let template = function("Runtime: python3.13\n      CodeUri: src/\n      Layers: [!Ref Model]", more: layer)
    #expect(
      try messages(template, megabytes: ["src/app.py": 60, "model/weights": 200]) == [
        "code and layers of 'Report' have 260 MB unzipped, and Lambda takes 250 MB unzipped"
      ])
  }

  @Test func callersWaitForALargePackage() throws {
    let text = function("Runtime: python3.13\n      CodeUri: src/\n      Events: {Get: {Type: HttpApi}}")
    let rule = try #require(Catalog.all.first { $0.id == "cold-start-on-api" })
    func messages(_ megabytes: Int) throws -> [String] {
      let loaded = try LoadedGraph(["template.yaml": text], sizes: ["src/model.bin": megabytes << 20])
      return rule.findings(in: Facts(loaded.graph)).map(\.message)
    }
    #expect(try messages(124) == [])
    #expect(
      try messages(125) == ["callers of 'Report' wait while its package of 125 MB starts, a second or more at first"])
  }

  @Test func plainCloudFormationPackagesALocalFolder() throws {
    let template = """
      Resources:
        Report:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: python3.13
            Code: ./src
      """
    #expect(try messages(template, megabytes: ["src/model.bin": 251]).count == 1)
  }

  private func service(_ package: String, function: String = "") -> String {
    """
    service: shop
    provider: {name: aws, runtime: python3.13}
    \(package)
    functions:
      report:
        handler: report.handler
        \(function)
    """
  }

  @Test func aServicePacksItsFolder() throws {
    let sizes = ["data/set.csv": 200, "data/keep/small.csv": 1, "app.py": 60, "node_modules/a": 300]
    let all = ["the code of 'report' has 262 MB unzipped, and Lambda takes 250 MB unzipped"]
    #expect(try messages(service(""), "serverless.yml", megabytes: sizes) == all)
    let patterns = service("package: {patterns: ['!data/**', data/keep/**]}")
    #expect(try messages(patterns, "serverless.yml", megabytes: sizes) == [])
    let back = service("package: {patterns: ['!data/**', data/**]}")
    #expect(try messages(back, "serverless.yml", megabytes: sizes) == all)
    let exclude = service("package: {exclude: [data]}")
    #expect(try messages(exclude, "serverless.yml", megabytes: sizes) == [])
    let own = service("package: {individually: true}", function: "package: {patterns: ['!data/**']}")
    #expect(try messages(own, "serverless.yml", megabytes: sizes) == [])
    let modules = service("package: {excludeDevDependencies: false, patterns: ['!data/**']}")
    #expect(try messages(modules, "serverless.yml", megabytes: sizes).count == 1)
  }

  @Test func aServiceMayNameItsArtifact() throws {
    let text = service("package: {artifact: build/app.zip}")
    #expect(
      try messages(text, "serverless.yml", megabytes: ["build/app.zip": 251, "data/set.csv": 900]) == [
        "the code of 'report' has 251 MB zipped, and Lambda takes 250 MB unzipped"
      ])
  }

  @Test func aBundlerDecidesForItself() throws {
    let text = service("plugins: [serverless-esbuild]")
    #expect(try messages(text, "serverless.yml", megabytes: ["data/set.csv": 900]) == [])
  }

  @Test func layersOfAServiceCount() throws {
    let text = service(
      "layers: {model: {path: model}}\npackage: {patterns: ['!model/**']}",
      function: "layers: [{Ref: ModelLambdaLayer}]")
    #expect(
      try messages(text, "serverless.yml", megabytes: ["model/weights": 200, "app.py": 60]) == [
        "code and layers of 'report' have 261 MB unzipped, and Lambda takes 250 MB unzipped"
      ])
  }
}
