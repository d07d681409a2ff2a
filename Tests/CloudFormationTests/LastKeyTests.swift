import Infrastructure
import TestSupport
import Testing

/// Of a property that is written twice, the last one counts, as CloudFormation reads it, and the first does nothing.
struct LastKeyTests {
  /// A property of a type, with two values that make a difference.
  struct Twice: Sendable, CustomTestStringConvertible {
    let type: String
    let property: String
    let first: String
    let last: String

    init(_ type: String, _ property: String, _ first: String, _ last: String) {
      self.type = type
      self.property = property
      self.first = first
      self.last = last
    }

    var testDescription: String { "\(property) of \(type)" }
  }

  private static let function = "AWS::Serverless::Function"
  private static let mapping = "AWS::Lambda::EventSourceMapping"
  private static let queue = "AWS::SQS::Queue"
  private static let table = "AWS::DynamoDB::Table"

  private static let ofFunctions = [
    Twice(function, "Timeout", "5", "6"), Twice(function, "MemorySize", "128", "256"),
    Twice(function, "Runtime", "python3.9", "python3.13"), Twice(function, "Handler", "a", "b"),
    Twice(function, "EphemeralStorage", "{Size: 512}", "{Size: 1024}"), Twice(function, "Layers", "[a]", "[a, b]"),
    Twice(function, "PackageType", "Image", "Zip"), Twice(function, "ReservedConcurrentExecutions", "1", "2"),
    Twice(function, "RecursiveLoop", "Allow", "Terminate"), Twice(function, "Architectures", "[arm64]", "[x86_64]"),
    Twice(function, "SnapStart", "{ApplyOn: PublishedVersions}", "{ApplyOn: None}"),
    Twice(
      function, "ProvisionedConcurrencyConfig", "{ProvisionedConcurrentExecutions: 1}",
      "{ProvisionedConcurrentExecutions: 2}"),
    Twice(function, "LoggingConfig", "{LogGroup: a}", "{LogGroup: b}"),
    Twice(function, "VpcConfig", "{SubnetIds: [a], SecurityGroupIds: [c]}", "{SubnetIds: [b], SecurityGroupIds: [c]}"),
    Twice(function, "Role", "arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b"),
    Twice(function, "Environment", "{Variables: {A: x}}", "{Variables: {B: x}}"),
    Twice(
      function, "DeadLetterQueue", "{Type: SQS, TargetArn: !GetAtt A.Arn}", "{Type: SQS, TargetArn: !GetAtt B.Arn}"),
    Twice("AWS::Lambda::Function", "DeadLetterConfig", "{TargetArn: !GetAtt A.Arn}", "{TargetArn: !GetAtt B.Arn}"),
    Twice(function, "FunctionUrlConfig", "{AuthType: NONE}", "{AuthType: AWS_IAM}"),
    Twice(function, "EventInvokeConfig", "{MaximumRetryAttempts: 0}", "{MaximumRetryAttempts: 1}"),
    Twice(
      function, "Policies", "[{SQSSendMessagePolicy: {QueueName: !GetAtt A.QueueName}}]",
      "[{SQSSendMessagePolicy: {QueueName: !GetAtt B.QueueName}}]"),
  ]

  private static let ofMappings = [
    Twice(mapping, "BatchSize", "1", "2"), Twice(mapping, "MaximumBatchingWindowInSeconds", "1", "2"),
    Twice(mapping, "FunctionResponseTypes", "[ReportBatchItemFailures]", "[]"),
    Twice(mapping, "MaximumRetryAttempts", "1", "2"), Twice(mapping, "MaximumRecordAgeInSeconds", "60", "70"),
    Twice(mapping, "BisectBatchOnFunctionError", "true", "false"), Twice(mapping, "ParallelizationFactor", "1", "2"),
    Twice(mapping, "ScalingConfig", "{MaximumConcurrency: 2}", "{}"),
    Twice(mapping, "SourceAccessConfigurations", "[{Type: BASIC_AUTH, URI: a}]", "[]"),
    Twice(mapping, "Topics", "[a]", "[b]"), Twice(mapping, "StartingPosition", "LATEST", "TRIM_HORIZON"),
    Twice(
      mapping, "DestinationConfig", "{OnFailure: {Destination: !GetAtt A.Arn}}",
      "{OnFailure: {Destination: !GetAtt B.Arn}}"),
    Twice(mapping, "ProvisionedPollerConfig", "{MinimumPollers: 1}", "!Ref AWS::NoValue"),
  ]

  private static let ofStores = [
    Twice(queue, "VisibilityTimeout", "5", "6"), Twice(queue, "FifoQueue", "true", "false"),
    Twice(queue, "MessageRetentionPeriod", "60", "70"),
    Twice(
      queue, "RedrivePolicy", "{deadLetterTargetArn: !GetAtt A.Arn, maxReceiveCount: 3}",
      "{deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 3}"),
    Twice(table, "StreamSpecification", "{StreamViewType: KEYS_ONLY}", "{StreamViewType: NEW_IMAGE}"),
    Twice(table, "TimeToLiveSpecification", "{Enabled: true}", "{Enabled: false}"),
    Twice(table, "KeySchema", "[{AttributeName: a, KeyType: HASH}]", "[{AttributeName: b, KeyType: HASH}]"),
    Twice(table, "KinesisStreamSpecification", "{StreamArn: !GetAtt S.Arn}", "{StreamArn: !GetAtt T.Arn}"),
    Twice(
      table, "ResourcePolicy",
      "{PolicyDocument: {Statement: {Principal: '*', Action: 'dynamodb:PutItem', Resource: '*'}}}",
      "{PolicyDocument: {Statement: {Principal: '*', Action: 'dynamodb:UpdateItem', Resource: '*'}}}"),
  ]

  @Test(arguments: ofFunctions + ofMappings + ofStores)
  func theLastOneCounts(_ written: Twice) throws {
    let unread = "X" + written.property.dropFirst()
    let twice = try read(written, written.property, written.property)
    #expect(twice == (try read(written, unread, written.property)))
    #expect(twice != (try read(written, written.property, unread)))
  }

  /// All that is in the graph of a template with the two values under two keys.
  private func read(_ twice: Twice, _ firstKey: String, _ lastKey: String) throws -> [Substring] {
    let graph = try LoadedGraph(
      template: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          A: {Type: AWS::SQS::Queue}
          B: {Type: AWS::SQS::Queue}
          S: {Type: AWS::Kinesis::Stream}
          T: {Type: AWS::Kinesis::Stream}
          F: {Type: AWS::Serverless::Function}
          Subject:
            Type: \(twice.type)
            Properties:
              FunctionName: !Ref F
              EventSourceArn: !GetAtt S.Arn
              \(firstKey): \(twice.first)
              \(lastKey): \(twice.last)
        """
    ).graph
    var text = ""
    dump(graph.resources, to: &text)
    dump(graph.relations, to: &text)
    dump(graph.functions, to: &text)
    dump(graph.queues, to: &text)
    dump(graph.tables, to: &text)
    dump(graph.roles, to: &text)
    // In any order, as the elements of sets have none.
    return text.split(separator: "\n").sorted()
  }
}
