import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite struct VariableOriginTests {
  private static let cases: [(String, EnvironmentVariable.Origin)] = [
    ("plain", .literal),
    ("${self:custom.literal}", .literal),
    ("${env:TOKEN}", .deployer(variable: "TOKEN")),
    ("${env:TOKEN, ''}", .deployer(variable: "TOKEN")),
    ("${self:custom.deployers}", .deployer(variable: "OTHER")),
    ("${s3:bucket/key}", .store(name: "S3 object 'bucket/key'")),
    ("${terraform:outputs:key}", .store(name: "Terraform output 'outputs:key'")),
    ("${ssm:/aws/reference/secretsmanager/db}", .secretsManager(id: "db")),
    ("{{resolve:secretsmanager:db:SecretString:password}}", .secretsManager(id: "db:SecretString:password")),
  ]

  @Test(arguments: cases) func origin(_ value: String, _ origin: EnvironmentVariable.Origin) throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      custom:
        literal: abc
        deployers: ${env:OTHER}
      functions:
        main:
          handler: a.b
          environment:
            VALUE: "\(value)"
      """)
    #expect(graph.function("main")?.environment.first?.origin == origin)
  }

  @Test func findingStandsAtTheUseAndItsOriginAtTheDefinition() throws {
    let configuration = """
      service: shop
      provider: {name: aws}
      custom:
        seconds: 45
      functions:
        main:
          handler: a.b
          timeout: ${self:custom.seconds}
          memorySize: ${file(sizes.yml):memory}
      """
    let graph = try loaded(configuration, files: ["sizes.yml": "memory: 512\n"])
    let function = try #require(graph.function("main"))
    #expect(function.timeout.value == 45)
    #expect(graph.text(function.timeout.span) == "${self:custom.seconds}")
    let seconds = try #require(graph.graph.origins[function.timeout.span])
    #expect(graph.text(seconds) == "45")
    #expect(graph.text(function.memory.span) == "${file(sizes.yml):memory}")
    let memory = try #require(graph.graph.origins[function.memory.span])
    #expect(graph.sources[memory.file].path == "sizes.yml")
    #expect(graph.text(memory) == "512")
  }
}
