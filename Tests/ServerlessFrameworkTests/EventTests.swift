import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

/// Each event in its short and long form, and the relation it becomes.
@Suite struct EventTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let event: String
    let relation: String
    var mode: Relation.Mode = .async
    var resources = ""
    var provider = ""

    var testDescription: String { event }
  }

  static let cases: [Case] = [
    Case(event: "- s3: uploads", relation: "S3BucketUploads -S3 notification-> main"),
    Case(event: "- s3: {bucket: my-photos}", relation: "S3BucketMyphotos -S3 notification-> main"),
    Case(
      event: "- s3: {bucket: !Ref Photos, existing: true}", relation: "Photos -S3 notification-> main",
      resources: "Photos: {Type: AWS::S3::Bucket}"),
    Case(
      event: "- s3: {bucket: photos, existing: true}", relation: "Photos -S3 notification-> main",
      resources: "Photos: {Type: AWS::S3::Bucket, Properties: {BucketName: photos}}"),
    Case(event: "- s3: {bucket: other-team, existing: true}", relation: "other-team -S3 notification-> main"),
    Case(event: "- sns: news", relation: "SNSTopicNews -SNS subscription-> main"),
    Case(event: "- sns: {topicName: my-news}", relation: "SNSTopicMynews -SNS subscription-> main"),
    Case(event: "- sns: arn:aws:sns:us-east-1:123456789012:news", relation: "news -SNS subscription-> main"),
    Case(
      event: "- sns: {arn: !Ref News, topicName: news}", relation: "News -SNS subscription-> main",
      resources: "News: {Type: AWS::SNS::Topic}"),
    Case(
      event: "- sqs: !GetAtt Jobs.Arn", relation: "Jobs -event source mapping-> main", mode: .poll,
      resources: "Jobs: {Type: AWS::SQS::Queue}"),
    Case(
      event: "- sqs: {arn: {Fn::GetAtt: [Jobs, Arn]}, batchSize: 5}", relation: "Jobs -event source mapping-> main",
      mode: .poll, resources: "Jobs: {Type: AWS::SQS::Queue}"),
    Case(
      event: "- sqs: arn:aws:sqs:us-east-1:123456789012:jobs", relation: "jobs -event source mapping-> main",
      mode: .poll),
    Case(
      event: "- stream: {type: dynamodb, arn: !GetAtt Items.StreamArn}",
      relation: "Items -event source mapping-> main", mode: .poll, resources: "Items: {Type: AWS::DynamoDB::Table}"),
    Case(
      event: "- stream: arn:aws:kinesis:us-east-1:123456789012:stream/clicks",
      relation: "clicks -event source mapping-> main", mode: .poll),
    Case(
      event: "- stream: {type: kinesis, arn: !GetAtt Clicks.Arn}", relation: "Clicks -event source mapping-> main",
      mode: .poll, resources: "Clicks: {Type: AWS::Kinesis::Stream}"),
    Case(
      event: "- msk: {arn: 'arn:aws:kafka:us-east-1:123456789012:cluster/c/1', topic: t}",
      relation: "c -event source mapping-> main", mode: .poll),
    Case(
      event: "- rabbitmq: {arn: 'arn:aws:mq:us-east-1:123456789012:broker:b:1', queue: q, basicAuthArn: x}",
      relation: "b -event source mapping-> main", mode: .poll),
    Case(event: "- schedule: rate(5 minutes)", relation: "MainEventsRuleSchedule1 -rule target-> main"),
    Case(
      event: "- schedule: {rate: rate(5 minutes), method: scheduler}",
      relation: "MainSchedulerSchedule1 -schedule-> main"),
    Case(
      event: "- eventBridge: {schedule: rate(1 hour)}",
      relation: "Shopdevmainrule1EventBridgeRule -rule target-> main"),
    Case(
      event: "- eventBridge: {pattern: {source: [shop]}}", relation: "default -rule-> Shopdevmainrule1EventBridgeRule"),
    Case(
      event: "- eventBridge: {eventBus: orders, pattern: {source: [shop]}}",
      relation: "OrdersEventBridgeEventBus -rule-> Shopdevmainrule1EventBridgeRule"),
    Case(
      event: "- eventBridge: {eventBus: !Ref Bus, pattern: {source: [shop]}}",
      relation: "Bus -rule-> Shopdevmainrule1EventBridgeRule", resources: "Bus: {Type: AWS::Events::EventBus}"),
    Case(
      event: "- cloudwatchEvent: {event: {source: [aws.ec2]}}",
      relation: "MainEventsRuleCloudWatchEvent1 -rule target-> main"),
    Case(event: "- cloudwatchLog: /aws/lambda/other", relation: "/aws/lambda/other -log subscription-> main"),
    Case(
      event: "- cloudwatchLog: {logGroup: /app, filter: ERROR}", relation: "/app -log subscription-> main"),
    Case(
      event: "- iot: {sql: \"SELECT * FROM 'a/b'\"}", relation: "MainIotTopicRule1 -IoT rule action-> main"),
    Case(event: "- http: GET users/{id}", relation: "ApiGatewayRestApi -API integration-> main", mode: .sync),
    Case(event: "- http: {path: a, method: get}", relation: "ApiGatewayRestApi -API integration-> main", mode: .sync),
    Case(
      event: "- http: {path: a, method: get, integration: lambda, async: true}",
      relation: "ApiGatewayRestApi -API integration-> main"),
    Case(event: "- httpApi: '*'", relation: "HttpApi -API integration-> main", mode: .sync),
    Case(event: "- httpApi: {path: /a, method: GET}", relation: "HttpApi -API integration-> main", mode: .sync),
    Case(event: "- websocket: $connect", relation: "WebsocketsApi -API integration-> main", mode: .sync),
    Case(
      event: "- cognitoUserPool: {pool: people, trigger: PreSignUp}",
      relation: "CognitoUserPoolPeople -user pool trigger-> main", mode: .sync),
  ]

  @Test(arguments: cases) func relation(_ example: Case) throws {
    let graph = try loaded(
      service(events: example.event, resources: example.resources, provider: example.provider))
    #expect(graph.problems.map(\.message) == [])
    let index = try #require(graph.relations.firstIndex(of: example.relation), "\(graph.relations)")
    #expect(graph.graph.relations[index].mode == example.mode)
  }

  @Test(arguments: ["- alexaSkill", "- alexaSmartHome: id", "- someplugin: {a: b}", "- http", "- s3:", "- sqs: {}"])
  func harmlessEvents(_ event: String) throws {
    let graph = try loaded(service(events: event))
    #expect(graph.function("main") != nil)
  }

  private func only(_ event: String, via: Via, resources: String = "") throws -> (Relation, LoadedGraph) {
    let graph = try loaded(service(events: event, resources: resources))
    return (try #require(graph.graph.relations.first { $0.via == via }), graph)
  }

  @Test func bucketFilter() throws {
    let (relation, graph) = try only(
      "- s3: {bucket: uploads, event: 's3:ObjectRemoved:*', rules: [{prefix: in/}, {suffix: .jpg}]}",
      via: .s3Notification)
    guard case .objects(let filter) = relation.filter else {
      Issue.record("no object filter")
      return
    }
    #expect(filter.events.map(\.value.raw) == ["s3:ObjectRemoved:*"])
    #expect(filter.prefix.value?.raw == "in/")
    #expect(filter.suffix.value?.raw == ".jpg")
    #expect(graph.text(relation.span) == "s3")
  }

  @Test func bucketWithoutFilter() throws {
    let (relation, _) = try only("- s3: uploads", via: .s3Notification)
    guard case .objects(let filter) = relation.filter else {
      Issue.record("no object filter")
      return
    }
    #expect(filter.events.map(\.value.raw) == ["s3:ObjectCreated:*"])
    #expect(filter.prefix.isUnset)
    #expect(filter.suffix.isUnset)
  }

  @Test func queueSettings() throws {
    let (relation, _) = try only(
      """
      - sqs:
          arn: !GetAtt Jobs.Arn
          batchSize: 5
          maximumBatchingWindow: 20
          functionResponseType: ReportBatchItemFailures
          maximumConcurrency: 4
          enabled: false
          filterPatterns: [{body: {kind: [a]}}]
      """, via: .eventSourceMapping, resources: "Jobs: {Type: AWS::SQS::Queue}")
    let polling = try #require(relation.polling)
    #expect(polling.batchSize.value == 5)
    #expect(polling.batchingWindow.value == 20)
    #expect(polling.reportsBatchItemFailures.value == true)
    #expect(polling.maximumConcurrency.value == 4)
    #expect(relation.isEnabled.value == false)
    guard case .patterns(let patterns) = relation.filter else {
      Issue.record("no patterns")
      return
    }
    #expect(patterns.count == 1)
  }

  @Test func streamSettings() throws {
    let (relation, graph) = try only(
      """
      - stream:
          type: dynamodb
          arn: !GetAtt Items.StreamArn
          batchWindow: 3
          maximumRetryAttempts: 2
          maximumRecordAgeInSeconds: 60
          bisectBatchOnFunctionError: true
          parallelizationFactor: 5
          startingPosition: LATEST
          destinations: {onFailure: !GetAtt Failed.Arn}
      """, via: .eventSourceMapping,
      resources: "Items: {Type: AWS::DynamoDB::Table}\nFailed: {Type: AWS::SQS::Queue}")
    let polling = try #require(relation.polling)
    #expect(polling.batchingWindow.value == 3)
    #expect(polling.maximumRetries.value == 2)
    #expect(polling.maximumRecordAge.value == 60)
    #expect(polling.bisectsBatch.value == true)
    #expect(polling.parallelizationFactor.value == 5)
    #expect(polling.startingPosition.value == "LATEST")
    #expect(graph.relations.contains("main -on-failure destination-> Failed"))
  }

  @Test func disabledSchedule() throws {
    let (relation, _) = try only("- schedule: {rate: rate(1 day), enabled: false}", via: .ruleTarget)
    #expect(relation.isEnabled.value == false)
  }

  @Test func everyRateIsASchedule() throws {
    let graph = try loaded(service(events: "- schedule: {rate: [rate(1 day), rate(2 days)]}\n- schedule: rate(3 days)"))
    #expect(
      graph.relations == [
        "MainEventsRuleSchedule1 -rule target-> main", "MainEventsRuleSchedule2 -rule target-> main",
        "MainEventsRuleSchedule3 -rule target-> main",
      ])
  }

  @Test func ruleKeepsPatternAndDeadLetters() throws {
    let graph = try loaded(
      service(
        events: "- eventBridge: {pattern: {source: [shop], detail-type: [Placed]}, deadLetterQueueArn: !GetAtt Q.Arn}",
        resources: "Q: {Type: AWS::SQS::Queue}"))
    let rule = try #require(graph.graph.relations.first { $0.via == .rulePattern })
    guard case .patterns(let patterns) = rule.filter else {
      Issue.record("no pattern")
      return
    }
    #expect(patterns.first?.fields.count == 2)
    #expect(graph.relations.contains("Shopdevmainrule1EventBridgeRule -dead-letter queue-> Q"))
  }

  @Test func topicFilterAndRedrive() throws {
    let graph = try loaded(
      service(
        events: """
          - sns:
              topicName: news
              filterPolicyScope: MessageBody
              filterPolicy: {kind: [sport]}
              redrivePolicy: {deadLetterTargetRef: Q}
          """, resources: "Q: {Type: AWS::SQS::Queue}"))
    let subscription = try #require(graph.graph.relations.first { $0.via == .subscription })
    guard case .message(_, let overBody) = subscription.filter else {
      Issue.record("no filter policy")
      return
    }
    #expect(overBody)
    #expect(graph.relations.contains("SNSTopicNews -dead-letter queue-> Q"))
  }

  @Test(arguments: [
    ("", CallerWait.Endpoint.edge), ("endpointType: regional", .regional), ("endpointType: PRIVATE", .private),
  ])
  func endpointType(_ provider: String, _ endpoint: CallerWait.Endpoint) throws {
    let graph = try loaded(service(events: "- http: GET a", provider: provider))
    let wait = try #require(graph.graph.relations.first { $0.via == .apiIntegration }?.wait)
    #expect(wait.caller == .restAPI)
    #expect(wait.endpoint == endpoint)
  }

  @Test func authorizersAreCalledToo() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        main: {handler: a.b, events: [{http: {path: a, method: get, authorizer: check}}]}
        other: {handler: a.b, events: [{http: {path: b, method: get, authorizer: {name: check}}}]}
        check: {handler: a.b}
      """)
    #expect(graph.relations.contains("ApiGatewayRestApi -authorizer-> check"))
    #expect(!graph.relations.contains("ApiGatewayRestApi -API integration-> check"))
  }
}
