import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite("Plugins that change the picture")
struct PluginTests {
  private func load(_ text: String, stage: String? = nil) throws -> LoadedGraph {
    var inputs = LoadInputs()
    inputs.stage = stage
    return try LoadedGraph(["serverless.yml": "service: shop\nprovider: {name: aws}\n" + text], inputs: inputs)
  }

  @Test("A queue of lift has a worker, a dead-letter queue and a visibility timeout, and every function may fill it")
  func liftQueue() throws {
    let loaded = try load(
      """
      plugins: [serverless-lift]
      constructs:
        jobs:
          type: queue
          worker: {handler: a.work, timeout: 10}
      functions:
        front:
          handler: a.front
          environment: {URL: '${construct:jobs.queueUrl}'}
      """)
    #expect(
      loaded.relations == ["jobsQueue -redrive policy-> jobsDlq", "jobsQueue -event source mapping-> jobsWorker"])
    let queue = try #require(loaded.graph.queues.first { loaded.graph[$0.id].name == "jobsQueue" })
    #expect(queue.visibilityTimeout.value == 60)
    #expect(loaded.graph[queue.id].physicalName == "shop-dev-jobs")
    let front = try #require(loaded.function("front"))
    #expect(
      front.environment.map(\.value) == [
        "https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/shop-dev-jobs"
      ])
    let role = try #require(front.role)
    #expect(loaded.graph[role].statements.map(\.source) == ["serverless-lift"])
    let worker = try #require(loaded.function("jobsWorker")?.role)
    #expect(loaded.graph[worker].statements.isEmpty)
  }

  @Test("A state machine runs functions that its definition names by key, and its events start it")
  func stateMachines() throws {
    let loaded = try load(
      """
      plugins: [serverless-step-functions]
      functions:
        greet: {handler: a.b}
      stepFunctions:
        stateMachines:
          flow:
            events: [{schedule: rate(1 hour)}]
            definition:
              StartAt: Greet
              States:
                Greet: {Type: Task, Resource: !GetAtt [greet, Arn], End: true}
      """)
    #expect(
      loaded.relations == [
        "flow -state machine task-> greet", "FlowEventsRuleSchedule1 -rule target-> flow",
      ])
  }

  @Test("A service proxy puts calls of an API into a queue without code")
  func serviceProxies() throws {
    let loaded = try load(
      """
      plugins: [serverless-apigateway-service-proxy]
      custom:
        apiGatewayServiceProxies:
          - sqs: {path: /jobs, method: post, queueName: !GetAtt Jobs.QueueName}
      resources:
        Resources:
          Jobs: {Type: AWS::SQS::Queue}
      """)
    #expect(loaded.relations == ["ApiGatewayRestApi -API integration-> Jobs"])
  }

  @Test("A buffered topic is a queue between topic and function")
  func bufferedTopics() throws {
    let loaded = try load(
      """
      plugins: ['@agiledigital/serverless-sns-sqs-lambda']
      functions:
        handle:
          handler: a.b
          events:
            - snsSqs: {name: Orders, topicArn: 'arn:aws:sns:us-east-1:123456789012:orders'}
      """)
    #expect(
      loaded.relations == [
        "OrdersQueue -redrive policy-> OrdersDeadLetterQueue", "orders -SNS subscription-> OrdersQueue",
        "OrdersQueue -event source mapping-> handle",
      ])
  }

  @Test(
    "A dead-letter setting makes its queue or topic, or names one",
    arguments: [
      ("{sqs: lost}", "lost"), ("{sns: lost-topic}", "lost-topic"),
      ("{targetArn: 'arn:aws:sqs:us-east-1:123456789012:elsewhere'}", "elsewhere"),
    ])
  func deadLetters(_ setting: String, _ name: String) throws {
    let loaded = try load(
      """
      plugins: [serverless-plugin-lambda-dead-letter]
      functions:
        work: {handler: a.b, deadLetter: \(setting)}
      """)
    let target = try #require(loaded.function("work")?.deadLetter?.resource)
    #expect(loaded.graph[target].physicalName == Text(name))
  }

  @Test("Pseudo parameters and logical ids in any text mean what CloudFormation's do")
  func pseudoParameters() throws {
    let loaded = try load(
      """
      plugins: [serverless-pseudo-parameters]
      functions:
        work:
          handler: a.b
          environment:
            ARN: 'arn:aws:sqs:#{AWS::Region}:#{AWS::AccountId}:jobs'
            NAME: '#{Uploads}'
      resources:
        Resources:
          Uploads: {Type: AWS::S3::Bucket}
      """)
    let values = try #require(loaded.function("work")).environment.map(\.value)
    #expect(
      values == ["arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs", "${serverless.yml#Uploads}"])
  }

  @Test("Statements of a function without the plugin that reads them are said and give nothing")
  func unreadStatements() throws {
    let loaded = try load(
      """
      frameworkVersion: '3'
      functions:
        work:
          handler: a.b
          iamRoleStatements: [{Effect: Allow, Action: 's3:*', Resource: '*'}]
      """)
    #expect(
      loaded.problems.map(\.message) == [
        "'iamRoleStatements' of a function needs the plugin serverless-iam-roles-per-function"
      ])
    let role = try #require(loaded.function("work")?.role)
    #expect(loaded.graph[role].statements.isEmpty)
  }

  @Test("An unknown plugin and its settings change nothing")
  func unknownPlugins() throws {
    let loaded = try load(
      """
      plugins: [serverless-something-else]
      somethingElse: {a: [1, {b: c}]}
      custom: {somethingElse: '${whatever:x.y}'}
      functions:
        work:
          handler: a.b
          somethingElse: {c: '${something(d):e}'}
          events: [{somethingElse: {f: g}}, somethingElse]
      """)
    #expect(loaded.function("work") != nil)
    #expect(loaded.relations.isEmpty)
    #expect(loaded.problems.isEmpty)
  }

  @Test("Alerts add alarms to every function and to single ones, but only in their stages", arguments: ["dev", "prod"])
  func alerts(stage: String) throws {
    let loaded = try load(
      """
      plugins: [serverless-plugin-aws-alerts]
      custom:
        alerts:
          stages: [prod]
          definitions:
            slow: {metric: Duration, threshold: 500}
          alarms: [functionErrors]
      functions:
        first: {handler: a.b, alarms: [slow, {name: functionThrottles, enabled: true}]}
        second: {handler: a.c}
      """, stage: stage)
    let alarms = loaded.graph.alarms.map { "\($0.metric.raw) of \($0.dimensions.map(\.value.raw).joined())" }
    #expect(
      alarms
        == (stage == "dev"
          ? []
          : [
            "Errors of shop-prod-first", "Duration of shop-prod-first",
            "Throttles of shop-prod-first", "Errors of shop-prod-second",
          ]))
  }

  @Test(
    "A bucket that exists wakes a function by the plugins that notify of such",
    arguments: [
      "serverless-external-s3-event", "serverless-plugin-existing-s3", "serverless-offline",
    ])
  func existingBuckets(plugin: String) throws {
    let loaded = try load(
      """
      plugins: [\(plugin)]
      functions:
        resize:
          handler: a.b
          events:
            - existingS3: {bucket: photos, events: ['s3:ObjectCreated:*'], rules: [{prefix: in/}]}
      """)
    #expect(loaded.relations == (plugin == "serverless-offline" ? [] : ["photos -S3 notification-> resize"]))
  }

  @Test(
    "AppSync calls the functions of its data sources",
    arguments: [
      """
      custom:
        appSync:
          - dataSources:
              - {type: AMAZON_DYNAMODB, name: table, config: {tableName: t}}
              - - {type: AWS_LAMBDA, name: orders, config: {functionName: orders}}
      """,
      """
      appSync:
        dataSources:
          table: {type: AMAZON_DYNAMODB, config: {tableName: t}}
          orders: {type: AWS_LAMBDA, config: {functionName: orders}}
      """,
      """
      appSync:
        dataSources:
          - orders: {type: AWS_LAMBDA, config: {lambdaFunctionArn: !GetAtt OrdersLambdaFunction.Arn}}
      """,
    ])
  func dataSources(section: String) throws {
    let loaded = try load(
      """
      plugins: [serverless-appsync-plugin]
      functions:
        orders: {handler: a.b, timeout: 60}
      \(section)
      """)
    #expect(loaded.relations == ["GraphQlApi -AppSync data source-> orders"])
  }
}
