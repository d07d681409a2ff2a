import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

/// Several services in one run.
@Suite struct WorkspaceTests {
  @Test func outputOfAnotherStack() throws {
    let graph = try LoadedGraph([
      "a/serverless.yml": """
      service: a
      provider: {name: aws}
      resources:
        Resources: {Jobs: {Type: AWS::SQS::Queue}}
        Outputs: {JobsArn: {Value: !GetAtt Jobs.Arn}}
      """,
      "b/serverless.yml": """
      service: b
      provider: {name: aws}
      functions:
        work: {handler: a.b, events: [{sqs: "${cf:a-${sls:stage}.JobsArn}"}]}
      """,
    ])
    #expect(graph.relations == ["Jobs -event source mapping-> work"])
  }

  @Test func sharedFileAboveTheServices() throws {
    let graph = try LoadedGraph(
      [
        "common.yml": "stage: ${opt:stage, 'dev'}\nname: ${self:service}-jobs\n",
        "services/a/serverless.yml": """
        service: a
        custom: ${file(../../common.yml)}
        provider: {name: aws, stage: "${file(../../common.yml):stage}"}
        functions:
          work: {handler: a.b, environment: {NAME: "${self:custom.name}"}}
        """,
      ], included: ["common.yml"])
    #expect(graph.problems.map(\.message) == [])
    #expect(graph.function("work")?.environment.map(\.value.raw) == ["a-jobs"])
    #expect(graph.graph.resources.first?.physicalName.raw == "a-dev-work")
  }

  @Test func equalUnknownsAreOneResource() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        one: {handler: a.b, events: [{sqs: "${ssm:/jobs}"}]}
        two: {handler: a.b, events: [{sqs: "${ssm:/jobs}"}]}
      """)
    #expect(graph.graph.relations.count == 2)
    #expect(Set(graph.graph.relations.map(\.from)).count == 1)
  }

  @Test func printedJSON() throws {
    let graph = try LoadedGraph([
      "serverless.json": """
      {"service": "shop", "provider": {"name": "aws", "stage": "dev", "timeout": 12},
       "functions": {"main": {"handler": "a.b", "name": "shop-dev-main", "events": [{"s3": {"bucket": "uploads"}}]}}}
      """
    ])
    #expect(graph.relations == ["S3BucketUploads -S3 notification-> main"])
    #expect(graph.function("main")?.timeout.value == 12)
  }

  @Test func unknownPluginsChangeNothing() throws {
    let graph = try loaded(
      """
      service: shop
      plugins: [serverless-something, ./local, {a: b}]
      provider: {name: aws}
      something: {a: [1, 2]}
      functions:
        main: {handler: a.b, something: {c: d}}
      """)
    #expect(graph.graph.functions.count == 1)
    #expect(graph.problems.map(\.message) == [])
  }

  @Test func queueOfLift() throws {
    let graph = try loaded(
      """
      service: shop
      plugins: [serverless-lift]
      provider: {name: aws}
      functions:
        send: {handler: a.b, environment: {QUEUE: "${construct:jobs.queueUrl}"}}
      constructs:
        jobs: {type: queue, worker: {handler: work.handler}}
      """)
    #expect(graph.graph.functions.count == 2)
    #expect(graph.graph.relations.contains { $0.via == .eventSourceMapping && graph.graph[$0.from].kind == .queue })
    #expect(graph.graph.relations.contains { $0.via == .redrive })
  }
}
