import Analyses
import Diagnostics
import Rules
import TestSupport
import Testing

/// Large graphs are looked at in pieces; what is found doesn't depend on how many they are.
@Suite struct PiecesTests {
  /// Functions with flaws of all sorts: of their own, of queues, of triggers, in loops and of the template as a whole.
  private static func template(functions: Int) -> String {
    let resources = (0..<functions).map { number in
      """
        Job\(number):
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.9
            Timeout: 40
            Environment:
              Variables: {DB_PASSWORD: Tr0ub4dor\(number), AWS_REGION: x}
            Policies:
              - SQSSendMessagePolicy: {QueueName: !GetAtt Queue\(number).QueueName}
            Events:
              Jobs:
                Type: SQS
                Properties: {Queue: !GetAtt Queue\(number).Arn}
              Call:
                Type: HttpApi
        Queue\(number):
          Type: AWS::SQS::Queue
        Retried\(number):
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 1}
        RetriedMapping\(number):
          Type: AWS::Lambda::EventSourceMapping
          Properties: {FunctionName: !Ref Job\(number), EventSourceArn: !GetAtt Retried\(number).Arn}
      """
    }
    return """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Dead:
          Type: AWS::SQS::Queue
      \(resources.joined(separator: "\n"))
      """
  }

  private static func texts(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      let related = finding.related.map { "\($0.span.start) \($0.message)" }.joined(separator: ", ")
      return """
        \(finding.span.start)-\(finding.span.end) \(finding.severity) \(finding.confidence) \(finding.rule): \
        \(finding.message) (\(finding.resource ?? "-"), \(finding.function ?? "-"), \(finding.variable ?? "-"), \
        \(finding.subject)) \(related) \(finding.help ?? "-") \(finding.secrets.map(\.start))
        """
    }
  }

  @Test(arguments: [2, 3, 8, 50]) func theFindingsAndTheirOrderAreTheSame(_ pieces: Int) throws {
    let facts = Facts(try LoadedGraph(template: PiecesTests.template(functions: 7)).graph)
    let whole = Catalog.findings(of: Catalog.all, in: facts, pieces: 1)
    let rules = Set(whole.map(\.rule))
    // One that looks at functions, queues, triggers, loops and the graph each.
    for rule in [
      "secret-in-environment", "low-receive-count", "short-visibility-timeout", "recursive-loop", "unwatched-dlq",
    ] { #expect(rules.contains(rule)) }
    #expect(whole.count > 50)
    let joined = Catalog.findings(of: Catalog.all, in: facts, pieces: pieces)
    #expect(PiecesTests.texts(joined) == PiecesTests.texts(whole))
  }
}
