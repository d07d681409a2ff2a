import Infrastructure
import Loaders
import TestSupport
import Testing

@Suite struct RoleTests {
  private func actions(_ graph: LoadedGraph, _ function: String) throws -> [String] {
    let role = try #require(graph.function(function)?.role)
    return graph.graph[role].statements.filter { $0.source == nil }.flatMap { statement -> [String] in
      guard case .only(let actions) = statement.actions else { return [] }
      return actions.map(\.value)
    }
  }

  private let shared = """
    service: shop
    provider:
      name: aws
      iam:
        role:
          statements:
            - {Effect: Allow, Action: "s3:PutObject", Resource: "*"}
    """

  @Test func allFunctionsShareOneRole() throws {
    let graph = try loaded(shared + "\nfunctions:\n  one: {handler: a.b}\n  two: {handler: a.b}\n")
    let one = try #require(graph.function("one")?.role)
    #expect(graph.function("two")?.role == one)
    #expect(graph.graph[one].isSharedByDefault)
    #expect(try actions(graph, "two") == ["s3:PutObject"])
  }

  @Test func oldPlaceOfStatements() throws {
    let graph = try loaded(
      """
      service: shop
      provider:
        name: aws
        iamRoleStatements: [{Effect: Allow, Action: [sns:Publish], Resource: "*"}]
        iamManagedPolicies: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]
      functions:
        one: {handler: a.b}
      """)
    let role = try #require(graph.function("one")?.role)
    #expect(try actions(graph, "one") == ["sns:Publish"])
    #expect(graph.graph[role].managedPolicies.map(\.value) == ["AmazonSQSFullAccess"])
  }

  private func perFunction(_ settings: String, plugins: String = "[serverless-iam-roles-per-function]") -> String {
    shared + """

      frameworkVersion: "3"
      plugins: \(plugins)
      functions:
        one:
          handler: a.b
          iamRoleStatements: [{Effect: Allow, Action: "sqs:SendMessage", Resource: "*"}]
          \(settings)
        two: {handler: a.b}
      """
  }

  @Test func roleOfOneFunction() throws {
    let graph = try loaded(perFunction("timeout: 6"))
    #expect(try actions(graph, "one") == ["sqs:SendMessage"])
    #expect(try actions(graph, "two") == ["s3:PutObject"])
    let role = try #require(graph.function("one")?.role)
    #expect(!graph.graph[role].isSharedByDefault)
  }

  @Test func roleOfOneFunctionInherits() throws {
    let graph = try loaded(perFunction("iamRoleStatementsInherit: true"))
    #expect(Set(try actions(graph, "one")) == ["sqs:SendMessage", "s3:PutObject"])
  }

  @Test func versionThreeIgnoresStatementsWithoutThePlugin() throws {
    let graph = try loaded(perFunction("timeout: 6", plugins: "[]"))
    #expect(try actions(graph, "one") == ["s3:PutObject"])
  }

  @Test func perFunctionModeOfVersionFour() throws {
    let graph = try loaded(
      """
      service: shop
      provider:
        name: aws
        iam:
          role: {mode: perFunction, statements: [{Effect: Allow, Action: "s3:PutObject", Resource: "*"}]}
      functions:
        one: {handler: a.b, iam: {role: {statements: [{Effect: Allow, Action: "sns:Publish", Resource: "*"}]}}}
        two: {handler: a.b}
      """)
    #expect(Set(try actions(graph, "one")) == ["s3:PutObject", "sns:Publish"])
    #expect(graph.function("one")?.role != graph.function("two")?.role)
  }

  @Test(arguments: ["role: OwnRole", "role: !GetAtt OwnRole.Arn"]) func roleOfResources(_ role: String) throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        one:
          handler: a.b
          \(role)
      resources:
        Resources:
          OwnRole:
            Type: AWS::IAM::Role
            Properties:
              Policies:
                - {PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}}
      """)
    #expect(try actions(graph, "one") == ["s3:*"])
  }

  @Test func roleOutsideTheFiles() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws, iam: {role: "arn:aws:iam::123456789012:role/other"}}
      functions:
        one: {handler: a.b}
      """)
    #expect(graph.function("one")?.role == nil)
  }

  @Test func destinationsMayBeReached() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        one: {handler: a.b, destinations: {onFailure: {type: sqs, arn: !GetAtt Failed.Arn}, onSuccess: two}}
        two: {handler: a.b}
      resources:
        Resources:
          Failed: {Type: AWS::SQS::Queue}
      """)
    #expect(try actions(graph, "one") == ["sqs:SendMessage", "sns:Publish"])
  }

  @Test func statementsNameGeneratedResources() throws {
    let graph = try loaded(
      """
      service: shop
      provider:
        name: aws
        iam:
          role:
            statements:
              - Effect: Allow
                Action: s3:PutObject
                Resource: !Sub "${S3BucketUploads.Arn}/*"
      functions:
        one: {handler: a.b, events: [{s3: uploads}]}
      """)
    let role = try #require(graph.function("one")?.role)
    guard case .only(let resources) = try #require(graph.graph[role].statements.first).resources else {
      Issue.record("no resources")
      return
    }
    #expect(resources.map(\.value.raw) == ["arn:${AWS::Partition}:s3:::uploads/*"])
  }

  @Test("The Framework lets the shared role publish to a topic of failures that is written as an ARN, and to no other")
  func topicsOfFailures() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      functions:
        one: {handler: a.b, onError: "arn:aws:sns:eu-west-1:123456789012:failures"}
        two: {handler: a.b, onError: !Ref Failures}
      resources:
        Resources:
          Failures: {Type: AWS::SNS::Topic}
      """)
    let role = try #require(graph.function("two")?.role)
    #expect(try actions(graph, "two") == ["sns:Publish"])
    let statement = try #require(graph.graph[role].statements.first { $0.source == nil })
    guard case .only(let resources) = statement.resources else { return #expect(Bool(false)) }
    #expect(resources.map(\.value.raw) == ["arn:aws:sns:eu-west-1:123456789012:failures"])
  }
}
