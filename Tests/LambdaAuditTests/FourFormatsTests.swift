import Analyses
import Diagnostics
import Foundation
import Infrastructure
import Loaders
import Rules
import TestSupport
import Testing

/// One small stack in four formats: the same graph, edge by edge, and the same findings.
@Suite struct FourFormatsTests {
  static let serverless = [
    "serverless.yml": """
    service: shop
    plugins: [serverless-iam-roles-per-function]
    provider: {name: aws, runtime: nodejs22.x, timeout: 30, memorySize: 512}
    functions:
      Convert:
        handler: convert.handler
        name: convert
        reservedConcurrency: 5
        iamRoleStatements:
          - {Effect: Allow, Action: "s3:PutObject", Resource: "arn:aws:s3:::shop-uploads/*"}
        events:
          - s3: {bucket: shop-uploads, rules: [{prefix: in/}]}
      Work:
        handler: work.handler
        name: work
        iamRoleStatements:
          - {Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Jobs.Arn}
        events:
          - sqs: {arn: !GetAtt Jobs.Arn, batchSize: 10}
    resources:
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties: {VisibilityTimeout: 30}
    """
  ]

  static let sam = [
    "template.yaml": """
    Transform: AWS::Serverless-2016-10-31
    Globals:
      Function: {Runtime: nodejs22.x, Timeout: 30, MemorySize: 512, CodeUri: .}
    Resources:
      Convert:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: convert
          Handler: convert.handler
          ReservedConcurrentExecutions: 5
          Policies:
            - Statement: [{Effect: Allow, Action: "s3:PutObject", Resource: "arn:aws:s3:::shop-uploads/*"}]
          Events:
            Upload:
              Type: S3
              Properties:
                Bucket: !Ref S3BucketShopuploads
                Events: s3:ObjectCreated:*
                Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}
      Work:
        Type: AWS::Serverless::Function
        Properties:
          FunctionName: work
          Handler: work.handler
          Policies:
            - Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Jobs.Arn}]
          Events:
            Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn, BatchSize: 10}}
      S3BucketShopuploads:
        Type: AWS::S3::Bucket
        Properties: {BucketName: shop-uploads}
      Jobs:
        Type: AWS::SQS::Queue
        Properties: {VisibilityTimeout: 30}
    """
  ]

  static let cloudFormation = [
    "template.yaml": """
    Resources:
      Convert:
        Type: AWS::Lambda::Function
        Properties:
          FunctionName: convert
          Handler: convert.handler
          Runtime: nodejs22.x
          Timeout: 30
          MemorySize: 512
          ReservedConcurrentExecutions: 5
          Role: !GetAtt ConvertRole.Arn
      ConvertRole:
        Type: AWS::IAM::Role
        Properties:
          Policies:
            - PolicyDocument:
                Statement: [{Effect: Allow, Action: "s3:PutObject", Resource: "arn:aws:s3:::shop-uploads/*"}]
      Work:
        Type: AWS::Lambda::Function
        Properties:
          FunctionName: work
          Handler: work.handler
          Runtime: nodejs22.x
          Timeout: 30
          MemorySize: 512
          Role: !GetAtt WorkRole.Arn
      WorkRole:
        Type: AWS::IAM::Role
        Properties:
          Policies:
            - PolicyDocument:
                Statement: [{Effect: Allow, Action: "sqs:SendMessage", Resource: !GetAtt Jobs.Arn}]
      S3BucketShopuploads:
        Type: AWS::S3::Bucket
        Properties:
          BucketName: shop-uploads
          NotificationConfiguration:
            LambdaConfigurations:
              - Event: s3:ObjectCreated:*
                Function: !GetAtt Convert.Arn
                Filter: {S3Key: {Rules: [{Name: prefix, Value: in/}]}}
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: {EventSourceArn: !GetAtt Jobs.Arn, FunctionName: !Ref Work, BatchSize: 10}
      Jobs:
        Type: AWS::SQS::Queue
        Properties: {VisibilityTimeout: 30}
    """
  ]

  static let cdk = [
    "cdk.out/manifest.json": """
    {"version": "36.0.0", "artifacts": {"Shop": {"type": "aws:cloudformation:stack",
      "properties": {"templateFile": "Shop.template.json"}}}}
    """,
    "cdk.out/Shop.template.json": """
    {"Resources": {
      "Convert": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "convert",
        "Handler": "convert.handler", "Runtime": "nodejs22.x", "Timeout": 30, "MemorySize": 512,
        "ReservedConcurrentExecutions": 5, "Role": {"Fn::GetAtt": ["ConvertServiceRole", "Arn"]}}},
      "ConvertServiceRole": {"Type": "AWS::IAM::Role", "Properties": {}},
      "ConvertServiceRoleDefaultPolicy": {"Type": "AWS::IAM::Policy", "Properties": {
        "Roles": [{"Ref": "ConvertServiceRole"}], "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::shop-uploads/*"}]}}},
      "Work": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "work",
        "Handler": "work.handler", "Runtime": "nodejs22.x", "Timeout": 30, "MemorySize": 512,
        "Role": {"Fn::GetAtt": ["WorkServiceRole", "Arn"]}}},
      "WorkServiceRole": {"Type": "AWS::IAM::Role", "Properties": {}},
      "WorkServiceRoleDefaultPolicy": {"Type": "AWS::IAM::Policy", "Properties": {
        "Roles": [{"Ref": "WorkServiceRole"}], "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": {"Fn::GetAtt": ["Jobs", "Arn"]}}]}}},
      "S3BucketShopuploads": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "shop-uploads"}},
      "S3BucketShopuploadsNotifications": {"Type": "Custom::S3BucketNotifications", "Properties": {
        "ServiceToken": {"Fn::GetAtt": ["BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691", "Arn"]},
        "BucketName": {"Ref": "S3BucketShopuploads"}, "NotificationConfiguration": {"LambdaFunctionConfigurations": [
          {"Events": ["s3:ObjectCreated:*"], "LambdaFunctionArn": {"Fn::GetAtt": ["Convert", "Arn"]},
           "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}]}}}]}}},
      "BucketNotificationsHandler050a0587b7544547bf325f094a3db8347ECC3691": {"Type": "AWS::Lambda::Function",
        "Properties": {"Handler": "index.handler", "Runtime": "python3.13", "Timeout": 300}},
      "WorkSqsEventSource": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
        "EventSourceArn": {"Fn::GetAtt": ["Jobs", "Arn"]}, "FunctionName": {"Ref": "Work"}, "BatchSize": 10}},
      "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 30}}
    }}
    """,
  ]

  private static let included: Set<String> = ["cdk.out/Shop.template.json"]

  /// Relations between what the user declared, with their modes and filters.
  private static func edges(_ loaded: LoadedGraph) -> [String] {
    let graph = loaded.graph
    return zip(loaded.relations, graph.relations).compactMap { text, relation in
      if graph[relation.from].isGenerated || graph[relation.to].isGenerated { return nil }
      return untyped("\(text) \(relation.mode.rawValue) \(filter(relation.filter))")
    }.sorted()
  }

  /// A text in which Terraform's addresses are names, as other formats have them.
  private static func untyped(_ text: String) -> String {
    ["aws_lambda_function.", "aws_sqs_queue.", "aws_s3_bucket."].reduce(text) { $0.replacing($1, with: "") }
  }

  private static func filter(_ filter: EventFilter) -> String {
    guard case .objects(let objects) = filter else { return "" }
    return objects.events.map(\.value.raw).joined(separator: ",") + " prefix \(objects.prefix.value?.raw ?? "-")"
      + " suffix \(objects.suffix.value?.raw ?? "-")"
  }

  private static func findings(_ loaded: LoadedGraph) -> [String] {
    let facts = Facts(loaded.graph)
    return Catalog.all.flatMap { $0.findings(in: facts) }.map { finding in
      untyped(
        "\(finding.rule) \(finding.severity.name) \(finding.confidence.name) \(finding.resource ?? "-"): \(finding.message)"
      )
    }.sorted()
  }

  static let others: [(String, [String: String])] = [
    ("SAM", sam), ("CloudFormation", cloudFormation), ("CDK", cdk),
  ]

  @Test(arguments: others) func sameGraphAndFindings(_ format: String, _ files: [String: String]) throws {
    try FourFormatsTests.expectSame(
      LoadedGraph(files, included: FourFormatsTests.included.intersection(files.keys)))
  }

  /// The stack as sources, as Terraform's JSON, and as `terraform show -json` prints a first plan of it.
  @Test(arguments: ["hcl", "json", "plan.json"]) func sameInTerraform(_ form: String) throws {
    try FourFormatsTests.expectSame(
      LoadedGraph(disk: Project.root.appending(path: "Samples/formats/terraform/\(form)").path))
  }

  private static func expectSame(_ other: LoadedGraph) throws {
    let expected = try LoadedGraph(FourFormatsTests.serverless)
    #expect(
      FourFormatsTests.edges(expected) == [
        "Jobs -event source mapping-> Work poll ",
        "S3BucketShopuploads -S3 notification-> Convert async s3:ObjectCreated:* prefix in/ suffix -",
      ])
    #expect(FourFormatsTests.edges(other) == FourFormatsTests.edges(expected))
    let findings = FourFormatsTests.findings(expected)
    #expect(findings.filter { $0.hasPrefix("recursive-loop ") }.count == 2)
    #expect(FourFormatsTests.findings(other) == findings)
  }
}
