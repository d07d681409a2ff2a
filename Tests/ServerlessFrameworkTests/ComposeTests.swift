import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite("Compositions of services")
struct ComposeTests {
  static let worker = """
    service: worker
    provider: {name: aws}
    functions:
      work:
        handler: a.b
        events: [{sqs: !GetAtt Jobs.Arn}]
    resources:
      Resources:
        Jobs: {Type: AWS::SQS::Queue}
      Outputs:
        QueueArn: {Value: !GetAtt Jobs.Arn}
    """

  @Test("A parameter that is another service's output is that service's resource")
  func outputsMeet() throws {
    let api = """
      service: api
      provider: {name: aws}
      functions:
        front:
          handler: a.b
          events: [{sqs: '${param:queueArn}'}]
      """
    let loaded = try LoadedGraph(
      [
        "serverless-compose.yml": """
        services:
          api:
            path: api
            params: {queueArn: '${worker.QueueArn}'}
          worker: {path: worker}
        """, "api/serverless.yml": api, "worker/serverless.yml": Self.worker,
      ], included: ["api/serverless.yml", "worker/serverless.yml"])
    #expect(
      loaded.relations == ["Jobs -event source mapping-> front", "Jobs -event source mapping-> work"])
    #expect(loaded.problems.isEmpty)
  }

  @Test("A service that isn't there is said at its name")
  func missingService() throws {
    let loaded = try LoadedGraph(["serverless-compose.yml": "services:\n  gone: {path: gone}\n"])
    #expect(loaded.problems.map(\.message) == ["service 'gone' has no configuration at 'gone/serverless.yml'"])
    #expect(loaded.problems.map { loaded.text($0.span) } == ["gone"])
  }

  @Test("cf: of a sibling service is the resource behind its output, whichever file comes first")
  func siblingOutputs() throws {
    let reader = """
      service: reader
      provider: {name: aws}
      functions:
        read:
          handler: a.b
          events: [{sqs: '${cf:worker-dev.QueueArn}'}]
      """
    let loaded = try LoadedGraph(["a/serverless.yml": reader, "b/serverless.yml": Self.worker])
    #expect(loaded.relations == ["Jobs -event source mapping-> read", "Jobs -event source mapping-> work"])
  }

  @Test(
    "Only configurations that are programs are told apart by their names",
    arguments: [
      ("serverless.ts", true), ("a/serverless.js", true), ("serverless.mjs", true), ("serverless.yml", false),
      ("lib/serverless.test.ts", false),
    ])
  func programs(_ path: String, _ isProgram: Bool) {
    #expect(ServerlessCode.isConfiguration(path) == isProgram)
  }
}
