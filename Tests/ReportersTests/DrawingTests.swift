import Analyses
import Reporters
import TestSupport
import Testing

/// What pictures show: short texts, frames by file, red loops, dashed cuts with their reason.
@Suite struct DrawingTests {
  private func dot(_ files: [String: String]) throws -> [Substring] {
    let loaded = try LoadedGraph(files)
    let drawing = Drawing(Facts(loaded.graph), sources: loaded.sources)
    return String(decoding: drawing.dot, as: UTF8.self).split(separator: "\n")
  }

  private func function(_ name: String, events: String = "{}", policies: String = "[]") -> String {
    "  \(name):\n    Type: AWS::Serverless::Function\n"
      + "    Properties: {Events: \(events), Policies: \(policies)}\n"
  }

  private let queue = "  Jobs: {Type: AWS::SQS::Queue}\n"
  private let writer = "[{Statement: [{Effect: Allow, Action: [\"sqs:SendMessage\"], Resource: !GetAtt Jobs.Arn}]}]"

  private func wake(_ more: String = "") -> String {
    "{Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn\(more)}}}"
  }

  @Test func loopsAreRed() throws {
    let lines = try dot(["t.yaml": "Resources:\n" + queue + function("Work", events: wake(), policies: writer)])
    #expect(
      lines.contains(
        "  \"Jobs\" -> \"Work\" [label=\" event source mapping \", color=\"#c62828\", fontcolor=\"#c62828\", penwidth=2]"
      ))
    #expect(
      lines.contains(
        "  \"Work\" [label=\"Work\\nfunction\", shape=box, fillcolor=\"#ffe0b2\", color=\"#c62828\", penwidth=2]"))
  }

  @Test func cutsAreDashedAndSayWhy() throws {
    let lines = try dot([
      "t.yaml": "Resources:\n" + queue + function("Work", events: wake(", Enabled: false"), policies: writer)
    ])
    let wakes = try #require(lines.first { $0.hasPrefix("  \"Jobs\" -> \"Work\"") })
    #expect(
      wakes.contains("label=\" event source mapping \\n the event source mapping \\n is disabled \", style=dashed"))
    #expect(!lines.contains { $0.contains("c62828") })
  }

  @Test func severalActionsAreCounted() throws {
    let policies =
      "[SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}, DynamoDBCrudPolicy: {TableName: !Ref Items}]"
    let lines = try dot([
      "t.yaml": "Resources:\n" + queue + "  Items: {Type: AWS::DynamoDB::Table, Properties: {StreamSpecification: "
        + "{StreamViewType: NEW_IMAGE}}}\n"
        + function("Work", events: wake(), policies: policies)
        + function("Watch", events: "{C: {Type: DynamoDB, Properties: {Stream: !GetAtt Items.StreamArn}}}")
    ])
    #expect(lines.contains("  \"Work\" -> \"Items\" [label=\" dynamodb:PutItem +3 \", arrowhead=vee]"))
  }

  @Test func framesNameFilesWithoutWhatTheyShare() throws {
    let lines = try dot([
      "deep/down/a/t.yaml": "Resources:\n" + function("One"), "deep/down/b/t.yaml": "Resources:\n" + function("Two"),
    ])
    #expect(lines.contains { $0.hasPrefix("    label=\"a/t.yaml\";") })
    #expect(lines.contains { $0.hasPrefix("    label=\"b/t.yaml\";") })
  }

  @Test func functionsWithoutEventsStandInRows() throws {
    let names = ["A", "B", "C", "D", "E", "F"]
    let lines = try dot(["t.yaml": "Resources:\n" + names.map { function($0) }.joined()])
    #expect(lines.contains("  \"A\" -> \"B\" -> \"C\" -> \"D\" [style=invis]"))
    #expect(lines.contains("  \"E\" -> \"F\" [style=invis]"))
  }

  @Test func longNamesAreBroken() throws {
    let lines = try dot(["t.yaml": "Resources:\n" + function("TranscribeEventbridgeCallAnalyticsEventBridge")])
    #expect(lines.contains { $0.contains("label=\"TranscribeEventbridgeCall\\nAnalyticsEventBridge\\nfunction\"") })
  }

  /// Two notifications of a bucket look alike and are one arrow, but the data tells both of their filters.
  @Test func equalArrowsAreDrawnOnceAndToldTwice() throws {
    let loaded = try LoadedGraph(
      template: """
        Resources:
          Uploads: {Type: AWS::S3::Bucket}
          Work:
            Type: AWS::Serverless::Function
            Properties:
              Events:
                A: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: s3:ObjectCreated:*, Filter: {S3Key: {Rules: [{Name: prefix, Value: a/}]}}}}
                B: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: s3:ObjectCreated:*, Filter: {S3Key: {Rules: [{Name: prefix, Value: b/}]}}}}
        """)
    let drawing = Drawing(Facts(loaded.graph), sources: loaded.sources)
    let arrows = String(decoding: drawing.dot, as: UTF8.self).split(separator: "\n").filter { $0.contains("->") }
    #expect(arrows.count == 1)
    let data = String(decoding: drawing.json(formats: [:]), as: UTF8.self).split(separator: "\n")
    #expect(data.contains { $0.contains("\"prefix\": \"a/\"") })
    #expect(data.contains { $0.contains("\"prefix\": \"b/\"") })
  }
}
