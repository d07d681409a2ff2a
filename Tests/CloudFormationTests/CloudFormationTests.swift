import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite("CloudFormation templates")
struct CloudFormationTests {
  static let header = "AWSTemplateFormatVersion: '2010-09-09'\n"

  @Test("A bucket named by a parameter is the same bucket in a policy's ARN and in its notification")
  func namesMeet() throws {
    let loaded = try LoadedGraph(
      template: """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          UploadsName: {Type: String}
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties: {BucketName: !Ref UploadsName}
          Convert:
            Type: AWS::Serverless::Function
            Properties:
              Policies:
                - S3CrudPolicy: {BucketName: !Ref UploadsName}
              Events:
                New:
                  Type: S3
                  Properties: {Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'}
        """)
    #expect(loaded.relations == ["Uploads -S3 notification-> Convert"])
    let role = try #require(loaded.function("Convert")?.role)
    guard case .only(let resources)? = loaded.graph[role].statements.first?.resources else {
      Issue.record("no statement")
      return
    }
    #expect(resources.map(\.value.raw).contains("arn:${AWS::Partition}:s3:::${UploadsName}/*"))
    let bucket = loaded.graph.resource(resources[1].value, expecting: nil, scope: "template.yaml")
    #expect(bucket.map { loaded.graph[$0].name } == "Uploads")
  }

  @Test(
    "Every way to write a queue's ARN means the queue",
    arguments: [
      "!GetAtt Jobs.Arn", "Fn::GetAtt: [Jobs, Arn]", "!Sub '${Jobs.Arn}'",
      "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs'",
      "!Join [':', [arn, !Ref AWS::Partition, sqs, !Ref AWS::Region, !Ref AWS::AccountId, jobs]]",
      "arn:aws:sqs:eu-west-1:123456789012:jobs",
    ])
  func queueARNs(spelling: String) throws {
    let source = spelling.hasPrefix("Fn::") ? "\n        \(spelling)" : " \(spelling)"
    let loaded = try LoadedGraph(
      template: Self.header + """
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties: {QueueName: jobs}
          Work:
            Type: AWS::Lambda::Function
            Properties: {Timeout: 10}
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              FunctionName: !Ref Work
              EventSourceArn:\(source)
        """)
    #expect(loaded.relations == ["Jobs -event source mapping-> Work"])
  }

  @Test("Timeouts are known, defaulted by a parameter, or unresolved under a condition")
  func settings() throws {
    let loaded = try LoadedGraph(
      template: Self.header + """
        Parameters:
          Limit: {Type: Number, Default: 40}
        Conditions:
          IsProd: !Equals [!Ref Limit, prod]
        Resources:
          A: {Type: AWS::Lambda::Function, Properties: {Timeout: 10}}
          B: {Type: AWS::Lambda::Function, Properties: {Timeout: !Ref Limit}}
          C: {Type: AWS::Lambda::Function, Properties: {Timeout: !If [IsProd, 10, 20]}}
          D: {Type: AWS::Lambda::Function, Properties: {Handler: x}}
        """)
    #expect(loaded.function("A")?.effectiveTimeout == 10)
    #expect(loaded.function("B")?.effectiveTimeout == 40)
    #expect(loaded.function("C")?.effectiveTimeout == nil)
    #expect(loaded.function("D")?.effectiveTimeout == 3)
    let span = try #require(loaded.function("B")?.timeout.span)
    #expect(loaded.text(span) == "!Ref Limit")
    #expect(loaded.graph.origins[span].map(loaded.text) == "40")
  }

  @Test("A policy may be JSON inside a string, with what Fn::Sub puts into it")
  func policiesInStrings() throws {
    let loaded = try LoadedGraph(
      template: """
        Resources:
          Orders: {Type: AWS::SQS::Queue}
          Worker:
            Type: AWS::Lambda::Function
            Properties: {Role: !GetAtt WorkerRole.Arn}
          WorkerRole:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - PolicyName: Send
                  PolicyDocument: !Sub |
                    {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${Orders.Arn}"}]}
          Log:
            Type: AWS::IAM::Policy
            Properties:
              Roles: [!Ref WorkerRole]
              PolicyDocument: '{"Statement": {"Effect": "Deny", "Action": ["s3:*"], "Resource": "*"}}'
          Text:
            Type: AWS::IAM::Policy
            Properties:
              Roles: [!Ref WorkerRole]
              PolicyDocument: no JSON
        """)
    let role = try #require(loaded.function("Worker")?.role)
    let statements = loaded.graph[role].statements
    #expect(statements.map(\.effect) == [.allow, .deny])
    guard case .only(let resources)? = statements.first?.resources, let resource = resources.first else {
      Issue.record("no resource")
      return
    }
    let queue = loaded.graph.resource(resource.value, expecting: nil, scope: "template.yaml")
    #expect(queue.map { loaded.graph[$0].name } == "Orders")
    #expect(loaded.text(resource.span).hasPrefix("!Sub |"))
  }

  @Test("A dangling reference is noted where it is written")
  func danglingReference() throws {
    let loaded = try LoadedGraph(
      template: Self.header + """
        Resources:
          A: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Nobody.Arn}}
        """)
    #expect(loaded.problems.map(\.message) == ["'A' refers to 'Nobody', which the template does not declare"])
    #expect(loaded.problems.map { loaded.text($0.span) } == ["Nobody.Arn"])
  }

  @Test("A nested stack's parameters and outputs tie it to its parent")
  func nestedStacks() throws {
    let loaded = try LoadedGraph(
      [
        "parent.yaml": Self.header + """
          Resources:
            Jobs: {Type: AWS::SQS::Queue}
            Child:
              Type: AWS::CloudFormation::Stack
              Properties:
                TemplateURL: ./child.yaml
                Parameters: {QueueArn: !GetAtt Jobs.Arn}
            Mapping:
              Type: AWS::Lambda::EventSourceMapping
              Properties: {FunctionName: !GetAtt Child.Outputs.Name, EventSourceArn: !GetAtt Jobs.Arn}
          """,
        "child.yaml": Self.header + """
          Parameters:
            QueueArn: {Type: String}
          Resources:
            Work: {Type: AWS::Lambda::Function, Properties: {FunctionName: work}}
            Other: {Type: AWS::Lambda::Function, Properties: {FunctionName: other}}
            Mapping:
              Type: AWS::Lambda::EventSourceMapping
              Properties: {FunctionName: !Ref Other, EventSourceArn: !Ref QueueArn}
          Outputs:
            Name: {Value: !Ref Work}
          """,
      ], included: ["child.yaml"])
    #expect(loaded.relations == ["Jobs -event source mapping-> Work", "Jobs -event source mapping-> Other"])
  }

  @Test("An export of one template is the import of another, whichever is read first")
  func exports() throws {
    let loaded = try LoadedGraph([
      "a.yaml": Self.header + """
        Resources:
          Work: {Type: AWS::Lambda::Function, Properties: {Handler: x}}
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {FunctionName: !Ref Work, EventSourceArn: !ImportValue jobs-arn}
        """,
      "b.yaml": Self.header + """
        Resources:
          Jobs: {Type: AWS::SQS::Queue}
        Outputs:
          Arn: {Value: !GetAtt Jobs.Arn, Export: {Name: jobs-arn}}
        """,
    ])
    #expect(loaded.relations == ["Jobs -event source mapping-> Work"])
  }

  @Test("A log subscription, an access log and a replication are relations of their own")
  func rareSources() throws {
    let loaded = try LoadedGraph(
      template: Self.header + """
        Resources:
          Logs: {Type: AWS::S3::Bucket}
          Data:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration: {DestinationBucketName: !Ref Logs, LogFilePrefix: data/}
              NotificationConfiguration: {EventBridgeConfiguration: {EventBridgeEnabled: true}}
          Work: {Type: AWS::Lambda::Function, Properties: {FunctionName: work}}
          Own:
            Type: AWS::Logs::SubscriptionFilter
            Properties: {LogGroupName: /aws/lambda/work, DestinationArn: !GetAtt Work.Arn, FilterPattern: ''}
        """)
    #expect(
      loaded.relations == [
        "Data -S3 events to EventBridge-> default", "Data -access log-> Logs",
        "/aws/lambda/work -log subscription-> Work",
        "Work -function logs-> /aws/lambda/work",
      ])
  }

  @Test("Fn::ForEach makes a resource of each value")
  func forEach() throws {
    let loaded = try LoadedGraph(
      template: """
        Transform: AWS::LanguageExtensions
        Resources:
          Fn::ForEach::Queues:
            - Name
            - [Fast, Slow]
            - Work${Name}: {Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub 'work-${Name}'}}
        """)
    #expect(loaded.graph.functions.map { loaded.graph[$0.id].name } == ["WorkFast", "WorkSlow"])
    #expect(loaded.graph.functions.map { loaded.graph[$0.id].physicalName.raw } == ["work-Fast", "work-Slow"])
  }

  @Test("A resource's metadata says which findings it does not want")
  func ignores() throws {
    var context = LoadContext(
      inputs: LoadInputs(),
      files: MemoryFiles([
        "t.yaml": Self.header + """
          Resources:
            Work:
              Type: AWS::Lambda::Function
              Metadata: {lambda-audit: {ignore: [{rule: default-timeout, reason: it is quick}]}}
              Properties: {Handler: x}
          """
      ]))
    let file = context.open("t.yaml", from: "")
    let opened = try #require(file)
    _ = try Loader.load(.cloudFormation, file: opened.id, documents: opened.documents, into: &context)
    #expect(context.ignores.map(\.rule) == ["default-timeout"])
    #expect(context.ignores.map(\.resource) == ["Work"])
    #expect(context.ignores.map(\.reason) == ["it is quick"])
  }
}
