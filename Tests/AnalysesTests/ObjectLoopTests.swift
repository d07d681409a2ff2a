import Diagnostics
import Infrastructure
import Testing

@testable import Analyses

/// Bucket → function → same bucket: which permissions and filters close it.
struct ObjectLoopTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var action = "s3:PutObject"
    var resource: Text = "arn:aws:s3:::uploads/*"
    var event = "s3:ObjectCreated:*"
    var prefix: Text?
    var suffix: Text?
    let outcome: Outcome
    var testDescription: String { name }
  }

  private static let cases: [Case] = [
    Case(name: "no filter", outcome: .closes),
    Case(name: "disjoint prefix", resource: "arn:aws:s3:::uploads/out/*", prefix: "in/", outcome: .cut),
    Case(name: "nested prefix", resource: "arn:aws:s3:::uploads/in/out/*", prefix: "in/", outcome: .closes),
    Case(name: "any key, prefix", prefix: "in/", outcome: .doubtful),
    Case(name: "disjoint suffix", resource: "arn:aws:s3:::uploads/*.mp3", suffix: ".txt", outcome: .cut),
    Case(name: "any key, suffix", suffix: ".txt", outcome: .doubtful),
    Case(name: "encoded space", resource: "arn:aws:s3:::uploads/my files/*", prefix: "my+files/", outcome: .closes),
    Case(name: "percent", resource: "arn:aws:s3:::uploads/a=b/*", prefix: "a%3Db/", outcome: .closes),
    Case(name: "percent apart", resource: "arn:aws:s3:::uploads/a=c/*", prefix: "a%3Db/", outcome: .cut),
    Case(name: "one character", resource: "arn:aws:s3:::uploads/?n/*", prefix: "in/", outcome: .doubtful),
    Case(name: "removal is not caused by puts", event: "s3:ObjectRemoved:*", outcome: .cut),
    Case(name: "removal", action: "s3:DeleteObject", event: "s3:ObjectRemoved:Delete", outcome: .closes),
    Case(
      name: "a version leaves no marker", action: "s3:DeleteObjectVersion",
      event: "s3:ObjectRemoved:DeleteMarkerCreated", outcome: .cut),
    Case(name: "tags", event: "s3:ObjectTagging:*", outcome: .cut),
    Case(name: "tagging", action: "s3:PutObjectTagging", event: "s3:ObjectTagging:*", outcome: .closes),
    Case(name: "copies can't be told apart", event: "s3:ObjectCreated:Copy", outcome: .closes),
    Case(name: "the bucket's own ARN", resource: "arn:aws:s3:::uploads", outcome: .cut),
    Case(name: "a star behind the name", resource: "arn:aws:s3:::uploads*", outcome: .closes),
    Case(name: "another bucket", resource: "arn:aws:s3:::results/*", outcome: .cut),
    Case(name: "reading", action: "s3:Get*", outcome: .cut),
    Case(name: "case of actions", action: "S3:pUt*", outcome: .closes),
    Case(name: "everything", action: "*", resource: "*", outcome: .closes),
    Case(name: "part of the name", resource: "arn:aws:s3:::*loads/*", outcome: .closes),
    Case(name: "a star across the slash", resource: "arn:aws:s3:::up*/out/*", prefix: "in/", outcome: .doubtful),
  ]

  @Test(arguments: cases) private func closesOrNot(_ row: Case) {
    var scene = Scene()
    let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
    let function = scene.function("Resize", may: [scene.allow(row.action, on: row.resource)])
    let filter = scene.objects(row.event, prefix: row.prefix, suffix: row.suffix)
    scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
    #expect(Outcome(scene.loops()) == row.outcome)
  }

  @Test func aDoubtNamesTheKeysThatDecide() {
    var scene = Scene()
    let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
    let function = scene.function("Resize", may: [scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/*")])
    let filter = scene.objects("s3:ObjectCreated:*", suffix: ".csv")
    scene.relate(.trigger, bucket, function, .s3Notification, filter: filter)
    let loop = scene.loops().first
    #expect(loop?.doubts.first?.sentence == "loops only if it also writes *.csv")
    #expect(loop?.evidence == .exact)
    #expect(loop?.awsGuard == .covered)
  }

  @Test func knowledgeOfTheObjectGoesThroughTopicAndQueue() {
    for (key, outcome): (Text, Outcome) in [("in/*", .closes), ("out/*", .cut)] {
      var scene = Scene()
      let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
      let topic = scene.resource(.topic, "Topic", physical: "topic")
      let queue = scene.resource(.queue, "Queue", physical: "queue")
      let function = scene.function("Resize", may: [scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/" + key)])
      let filter = scene.objects("s3:ObjectCreated:*", prefix: "in/")
      scene.relate(.forward, bucket, topic, .s3Notification, filter: filter)
      scene.relate(.forward, topic, queue, .subscription)
      scene.relate(.trigger, queue, function, .eventSourceMapping, .poll)
      #expect(Outcome(scene.loops()) == outcome)
    }
  }

  @Test(arguments: [
    ("uploads", "Object Created", Outcome.closes), ("results", "Object Created", .cut),
    ("uploads", "Object Deleted", .cut),
  ])
  func eventsOfABucketOnTheBus(bucketName: String, type: String, outcome: Outcome) {
    var scene = Scene()
    let bucket = scene.resource(.bucket, "Uploads", physical: "uploads")
    let bus = scene.resource(.bus, "default", physical: "default")
    let rule = scene.resource(.rule, "Rule", physical: "rule")
    let function = scene.function("Resize", may: [scene.allow("s3:PutObject", on: "arn:aws:s3:::uploads/*")])
    let pattern = scene.pattern(
      leaf("source", "aws.s3"), leaf("detail-type", Text(type)),
      .object(name: "detail", fields: [.object(name: "bucket", fields: [leaf("name", Text(bucketName))])]))
    scene.relate(.forward, bucket, bus, .s3EventBridge)
    scene.relate(.forward, bus, rule, .rulePattern, filter: .patterns([pattern]))
    scene.relate(.trigger, rule, function, .ruleTarget)
    let loops = scene.loops()
    #expect(Outcome(loops) == outcome)
    #expect(loops.allSatisfy { $0.awsGuard == .notCovered })
  }
}
