import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// What roles allow: seen by whether queue → function → same queue closes.
struct PermissionTests {
  static let queueARN: Text = "arn:aws:sqs:*:*:queue"

  private func outcome(physical: Text? = "queue", _ role: (inout Scene) -> RoleID) -> [Loop] {
    var scene = Scene()
    let queue = scene.resource(.queue, "Queue", physical: physical)
    let role = role(&scene)
    let function = scene.function("Worker", role: role)
    scene.relate(.trigger, queue, function, .eventSourceMapping, .poll)
    return scene.loops().filter { $0.hops.contains { $0.to == queue } }
  }

  @Test func anUnconditionalDenyCuts() {
    #expect(
      outcome { $0.role([$0.allow("sqs:*", on: "*"), $0.deny("sqs:Send*", on: PermissionTests.queueARN)]) }.isEmpty)
    let condition = Statement.Condition(test: "Bool", key: "aws:SecureTransport", values: ["false"])
    #expect(
      outcome { $0.role([$0.allow("sqs:*", on: "*"), $0.deny("sqs:*", on: "*", where: [condition])]) }.count == 1)
    #expect(
      outcome { $0.role([$0.allow("sqs:*", on: "*"), $0.deny("sqs:*", on: "arn:aws:sqs:*:*:other")]) }.count == 1)
  }

  @Test func aBoundaryLimits() {
    #expect(outcome { $0.role([$0.allow("sqs:*", on: "*")], boundary: [$0.allow("s3:*", on: "*")]) }.isEmpty)
    #expect(outcome { $0.role([$0.allow("sqs:*", on: "*")], boundary: [$0.allow("sqs:*", on: "*")]) }.count == 1)
    #expect(
      outcome { $0.role([$0.allow("sqs:*", on: "*")], boundary: [$0.allow("*", on: "arn:aws:sqs:*:*:other")]) }.isEmpty)
  }

  @Test func allButListed() {
    func statement(_ scene: inout Scene, _ effect: Statement.Effect, but actions: [String], _ resources: [Text])
      -> Statement
    {
      Statement(
        effect: effect, actions: .allBut(actions.map { Spanned($0, scene.span()) }),
        resources: .allBut(resources.map { Spanned($0, scene.span()) }), span: scene.span())
    }
    #expect(outcome { $0.role([statement(&$0, .allow, but: ["iam:*"], ["arn:aws:sqs:*:*:other"])]) }.count == 1)
    #expect(outcome { $0.role([statement(&$0, .allow, but: ["iam:*"], [PermissionTests.queueARN])]) }.isEmpty)
    #expect(outcome { $0.role([statement(&$0, .allow, but: ["sqs:*"], ["arn:aws:sqs:*:*:other"])]) }.isEmpty)
    #expect(
      outcome {
        $0.role([
          $0.allow("sqs:*", on: "*"), statement(&$0, .deny, but: ["s3:*"], [PermissionTests.queueARN]),
        ])
      }.count == 1)
    #expect(
      outcome {
        $0.role([$0.allow("sqs:*", on: "*"), statement(&$0, .deny, but: ["s3:*"], ["arn:aws:sqs:*:*:other"])])
      }.isEmpty)
  }

  @Test func managedPolicies() {
    let loops = outcome { $0.role([], managed: ["AmazonSQSFullAccess"]) }
    #expect(loops.first?.evidence == .managedWildcard)
    #expect(outcome { $0.role([], managed: ["AWSLambdaSQSQueueExecutionRole", "Unknown"]) }.isEmpty)
  }

  @Test(arguments: [
    ("queue", "arn:aws:sqs:*:*:queue", Write.Evidence.exact),
    ("queue", "arn:aws:sqs:eu-west-1:123456789012:que*", .wildcard),
    ("queue", "*", .wildcard), ("${t#AWS::StackName}-queue", "arn:aws:sqs:*:*:${t#AWS::StackName}-*", .wildcard),
    ("app-${Env}-queue", "arn:aws:sqs:*:*:app-prod-*", .wildcard), ("queue", "arn:aws:sqs:*:*:other", nil),
    ("${Name}", "arn:aws:sqs:*:*:app-*", nil), ("queue", "arn:aws:s*", .wildcard), ("queue", "arn:aws:sns:*:*:*", nil),
    ("queue", "arn:aws:sqs:*:*:${aws:username}", .wildcard),
  ])
  func names(name: String, pattern: String, evidence: Write.Evidence?) {
    let loops = outcome(physical: Text(name)) { $0.role([$0.allow("sqs:SendMessage", on: Text(pattern))]) }
    #expect(loops.first?.evidence == evidence)
  }

  @Test func aNameThatCloudFormationMakesUp() {
    #expect(
      outcome(physical: nil) {
        $0.role([$0.allow("sqs:SendMessage", on: "arn:aws:sqs:*:*:${t#AWS::StackName}-*")])
      }.count == 1)
    #expect(outcome(physical: nil) { $0.role([$0.allow("sqs:SendMessage", on: "arn:aws:sqs:*:*:app-*")]) }.isEmpty)
    #expect(outcome(physical: nil) { $0.role([$0.allow("sqs:SendMessage", on: "arn:aws:sqs:*:*:*Queue*")]) }.count == 1)
  }

  @Test func aSharedStatementMeantForOtherFunctions() {
    for (caller, count): (Text, Int) in [("worker", 1), ("other", 0)] {
      var scene = Scene()
      let queue = scene.resource(.queue, "Queue", physical: "queue")
      let condition = Statement.Condition(
        test: "ArnEquals", key: "lambda:SourceFunctionArn", values: ["arn:aws:lambda:*:*:function:" + caller])
      let role = scene.role([scene.allow("sqs:SendMessage", on: PermissionTests.queueARN, where: [condition])])
      let function = scene.function("Worker", physical: "worker", role: role)
      scene.relate(.trigger, queue, function, .eventSourceMapping, .poll)
      #expect(scene.loops().count == count)
    }
  }

  @Test func aDenyOnPartOfABucket() {
    for (prefix, outcome): (Text, Outcome) in [("in/", .cut), ("other/", .doubtful)] {
      var scene = Scene()
      let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
      let function = scene.function(
        "Resize",
        may: [
          scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/*"),
          scene.deny("s3:*", on: "arn:aws:s3:::uploads/in/*"),
        ])
      let filter = scene.objects("s3:ObjectCreated:*", prefix: prefix)
      scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
      #expect(Outcome(scene.loops()) == outcome)
    }
  }

  @Test func everyManagedPolicyInTheTableCanBeRead() {
    var policies = ManagedPolicies()
    #expect(policies.writes(of: "AWSLambdaExecute").map(\.pattern) == ["arn:aws:s3:::*"])
    #expect(policies.writes(of: "AdministratorAccess").count > 8)
    #expect(policies.writes(of: "AWSLambda").isEmpty)
  }

  @Test func everyActionHasABitOfItsOwn() {
    #expect(WriteAction.all.count <= UInt64.bitWidth)
    #expect(Set(WriteAction.all.map(\.name)).count == WriteAction.all.count)
    #expect(Set(WriteAction.all.map(\.kind)) == Set(WriteAction.kinds))
  }
}
