import Diagnostics
import Infrastructure
import TestSupport
import Testing

@Suite("References in CloudFormation templates")
struct ReferenceTests {
  @Test("What SAM makes is known by how its name begins; any other name is noted, however long")
  func generatedNames() throws {
    let long = String(repeating: "n", count: 100_000)
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Feed: {Type: AWS::Serverless::Api, Properties: {StageName: prod}}
          A: {Type: AWS::Lambda::Function, Properties: {Handler: !Ref FeedProdStage, Runtime: !Ref \(long)}}
        """)
    #expect(loaded.problems.map(\.message) == ["'A' refers to '\(long)', which the template does not declare"])
  }

  @Test("An attribute that does not follow from a resource's name is a text that isn't known, never none")
  func attributes() throws {
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Resources:
          Orders: {Type: AWS::DynamoDB::Table}
          Site: {Type: AWS::CloudFront::Distribution}
          A:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables: {STREAM: !GetAtt Orders.StreamArn, NO_STREAM: !GetAtt Site.StreamArn, ARN: !GetAtt Site.Arn}
        """)
    let variables = loaded.function("A")?.environment ?? []
    #expect(
      variables.map(\.value.raw) == [
        "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${template.yaml#Orders}/stream/${label}",
        "${template.yaml#Site.StreamArn}", "${template.yaml#Site.Arn}",
      ])
  }

  @Test("Dynamic references are unknown parts of a literal, however many there are; one without an end is none")
  func dynamicReferences() throws {
    let many = String(repeating: "{{resolve:ssm:/a}}", count: 20_000)
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Resources:
          A:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  TWO: 'é{{resolve:ssm:/a}}b{{resolve:ssm:/c}}}'
                  OPEN: '{{resolve:ssm:/a}}x{{resolve:ssm:/b'
                  MANY: '\(many)'
        """)
    let texts = loaded.function("A")?.environment.map(\.value.raw) ?? []
    #expect(texts.prefix(2) == ["é${resolve:ssm:/a}b${resolve:ssm:/c}}", "${resolve:ssm:/a}x{{resolve:ssm:/b"])
    #expect(texts.last == String(repeating: "${resolve:ssm:/a}", count: 20_000))
  }

  @Test("What refers to itself is unknown, and so is a condition that asks itself")
  func circles() throws {
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Conditions:
          Self: !Equals [!If [Self, x, y], x]
        Resources:
          Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Version}}
          Consumer: {Type: AWS::Kinesis::StreamConsumer, Properties: {StreamARN: !GetAtt Consumer.ConsumerARN}}
          A: {Type: AWS::Lambda::Function, Properties: {Handler: !Ref Version, Runtime: !Ref Consumer}}
          B: {Type: AWS::Lambda::Function, Properties: {Timeout: !If [Self, 5, 6]}}
        """)
    #expect(loaded.function("A")?.handler.isUnresolved == true)
    #expect(loaded.function("A")?.runtime.isUnresolved == true)
    #expect(loaded.function("B")?.timeout.isUnresolved == true)
  }

  @Test("What refers to itself or to others many times over takes no longer", .timeLimit(.minutes(1)))
  func manyCircles() throws {
    let many = Array(repeating: "!Ref Version", count: 40).joined(separator: ", ")
    let layers = (1...30).map { layer in
      let below = Array(repeating: "{Condition: C\(layer - 1)}", count: 10).joined(separator: ", ")
      return "  C\(layer): !And [\(below)]"
    }
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Parameters: {Stage: {Type: String}}
        Conditions:
          Yes: !Equals [a, a]
          Circle: !Or [{Condition: Circle}, {Condition: Circle}, {Condition: Yes}]
          C0: !Equals [!Ref Stage, prod]
        \(layers.joined(separator: "\n"))
        Resources:
          Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Join ['', [\(many)]]}}
          A: {Type: AWS::Lambda::Function, Properties: {Handler: !Ref Version, Timeout: !If [C30, 5, 6]}}
          B: {Type: AWS::Lambda::Function, Properties: {Timeout: !If [Circle, 5, 6]}}
        """)
    #expect(loaded.function("A")?.handler.isUnresolved == true)
    #expect(loaded.function("A")?.timeout.isUnresolved == true)
    #expect(loaded.function("B")?.timeout.value == 5)
  }

  @Test("A URL of an alias belongs to the alias's function")
  func satellites() throws {
    let loaded = try LoadedGraph(
      template: CloudFormationTests.header + """
        Resources:
          Work: {Type: AWS::Lambda::Function, Properties: {FunctionName: work}}
          Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Work, Name: live}}
          URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Live, AuthType: NONE}}
        """)
    #expect(loaded.function("Work")?.url != nil)
  }
}
