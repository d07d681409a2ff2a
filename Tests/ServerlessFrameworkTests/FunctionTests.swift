import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite struct FunctionTests {
  @Test func defaultsOfTheFramework() throws {
    let function = try #require(try loaded(service(events: "[]")).function("main"))
    #expect(function.timeout.isUnset)
    #expect(function.effectiveTimeout == 6)
    #expect(function.effectiveMemory == 1024)
  }

  @Test func providerIsInherited() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws, runtime: python3.13, timeout: 20, memorySize: 512, architecture: arm64}
      functions:
        one: {handler: a.b}
        two: {handler: a.b, timeout: 30, runtime: nodejs22.x}
      """)
    let one = try #require(graph.function("one"))
    let two = try #require(graph.function("two"))
    #expect(one.timeout.value == 20)
    #expect(one.memory.value == 512)
    #expect(one.runtime.value == "python3.13")
    #expect(one.architecture.value == "arm64")
    #expect(graph.text(one.timeout.span) == "20")
    #expect(two.timeout.value == 30)
    #expect(two.runtime.value == "nodejs22.x")
  }

  @Test func everySetting() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        main:
          handler: a.b
          name: own-name
          reservedConcurrency: 0
          provisionedConcurrency: {executions: 3}
          recursiveLoop: Allow
          maximumRetryAttempts: 1
          maximumEventAge: 120
          onError: !Ref Failed
          destinations:
            onSuccess: other
            onFailure: {type: sqs, arn: !GetAtt Queue.Arn}
          url: {authorizer: aws_iam}
          vpc: {subnetIds: [subnet-1, subnet-2], securityGroupIds: [sg-1]}
        other: {handler: a.b, url: true}
      resources:
        Resources:
          Failed: {Type: AWS::SNS::Topic}
          Queue: {Type: AWS::SQS::Queue}
      """)
    let function = try #require(graph.function("main"))
    #expect(graph.graph[function.id].physicalName.raw == "own-name")
    #expect(function.reservedConcurrency.value == 0)
    #expect(function.provisionedConcurrency.value == 3)
    #expect(function.recursiveLoop.value == "Allow")
    #expect(function.maximumRetries.value == 1)
    #expect(function.maximumEventAge.value == 120)
    #expect(function.url?.authorization.value == "AWS_IAM")
    #expect(graph.function("other")?.url?.authorization.value == "NONE")
    #expect(function.vpc?.subnets.map(\.text.raw) == ["subnet-1", "subnet-2"])
    #expect(graph.relations.contains("main -dead-letter queue-> Failed"))
    #expect(graph.relations.contains("main -on-success destination-> other"))
    #expect(graph.relations.contains("main -on-failure destination-> Queue"))
  }

  @Test func networkOfTheProviderCanBeDeclined() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws, vpc: {subnetIds: [subnet-1], securityGroupIds: [sg-1]}}
      functions:
        inside: {handler: a.b}
        outside: {handler: a.b, vpc: ~}
      """)
    #expect(graph.function("inside")?.vpc != nil)
    #expect(graph.function("outside")?.vpc == nil)
  }

  @Test func functionsInListsOfFiles() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        - ${file(one.yml)}
        - ${file(two.yml)}
      resources:
        - ${file(table.yml)}
        - Resources: {Queue: {Type: AWS::SQS::Queue}}
      """,
      files: [
        "one.yml": "one:\n  handler: a.b\n  timeout: 9\n", "two.yml": "two:\n  handler: a.b\n",
        "table.yml": "Resources:\n  Table: {Type: AWS::DynamoDB::Table}\n",
      ])
    #expect(graph.graph.functions.map { graph.graph[$0.id].name } == ["one", "two"])
    let kinds = graph.graph.resources.map(\.kind)
    #expect(kinds.contains(.table) && kinds.contains(.queue))
    let timeout = try #require(graph.function("one")?.timeout)
    #expect(graph.sources[timeout.span.file].path == "one.yml")
    #expect(graph.text(timeout.span) == "9")
  }

  @Test(arguments: [
    "process-upload", "process_upload", "processUpload",
  ])
  func generatedFunctionIDs(_ key: String) throws {
    let id = [
      "process-upload": "ProcessDashupload", "process_upload": "ProcessUnderscoreupload",
      "processUpload": "ProcessUpload",
    ]
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        \(key): {handler: a.b, events: [{s3: uploads}]}
      resources:
        Resources:
          Topic:
            Type: AWS::SNS::Topic
            Properties:
              Subscription: [{Protocol: lambda, Endpoint: !GetAtt \(id[key] ?? "")LambdaFunction.Arn}]
          Copy:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: {DestinationBucketName: !Ref S3BucketUploads}
      """)
    #expect(graph.relations.contains("Topic -SNS subscription-> \(key)"))
    #expect(graph.relations.contains("Copy -access log-> S3BucketUploads"))
    #expect(graph.problems.map(\.message) == [])
  }

  @Test func namesOfGeneratedBucketsAndTopics() throws {
    let graph = try loaded(service(events: "- s3: ${self:service}-uploads\n- sns: my-news"))
    let names = graph.graph.resources.map { "\($0.name)=\($0.physicalName.raw)" }
    #expect(names.contains("S3BucketShopuploads=shop-uploads"))
    #expect(names.contains("SNSTopicMynews=my-news"))
  }

  @Test func overridesOfGeneratedResources() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        main: {handler: a.b, events: [{s3: uploads}]}
      resources:
        Resources:
          S3BucketUploads:
            Type: AWS::S3::Bucket
            Properties: {VersioningConfiguration: {Status: Enabled}}
        extensions:
          MainLambdaFunction:
            Properties: {ReservedConcurrentExecutions: 5}
      """)
    #expect(graph.graph.resources.filter { $0.kind == .bucket }.map(\.name) == ["S3BucketUploads"])
    #expect(graph.relations == ["S3BucketUploads -S3 notification-> main"])
    #expect(graph.function("main")?.reservedConcurrency.value == 5)
  }

  @Test func resourcesKeepTheUsersNames() throws {
    let graph = try loaded(service(events: "[]", resources: "Jobs: {Type: AWS::SQS::Queue}"))
    #expect(graph.graph.resources.map(\.name) == ["main", "Jobs"])
  }
}
