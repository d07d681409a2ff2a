import Diagnostics
import Documents
import Infrastructure

/// The constructs of serverless-lift.
///
/// Source: getlift/lift 1.28, `src/constructs/aws`.
enum Lift {
  private static func queue(_ id: String) -> String { id + "Queue" }
  private static func deadLetters(_ id: String) -> String { id + "Dlq" }
  private static func bucket(_ id: String) -> String { id + "Bucket" }
  private static func table(_ id: String) -> String { id + "Table" }
  private static func bus(_ id: String) -> String { id + "Bus" }

  /// What `${construct:id.attribute}` stands for, by what follows the colon.
  static func attributes(of root: Node) -> [String: Node] {
    var result: [String: Node] = [:]
    for entry in root["constructs"]?.entries ?? [] {
      let id = entry.key
      let span = entry.keySpan
      func add(_ name: String, _ node: Node) { result["\(id).\(name)"] = node }
      switch entry.value["type"]?.text {
      case "queue":
        add("queueUrl", .reference(to: queue(id), at: span))
        add("queueArn", .arn(of: queue(id), at: span))
        add("dlqUrl", .reference(to: deadLetters(id), at: span))
        add("dlqArn", .arn(of: deadLetters(id), at: span))
      case "storage":
        add("bucketName", .reference(to: bucket(id), at: span))
        add("bucketArn", .arn(of: bucket(id), at: span))
      case "webhook": add("busName", .reference(to: bus(id), at: span))
      case "database/dynamodb-single-table":
        add("tableName", .reference(to: table(id), at: span))
        add("tableArn", .arn(of: table(id), at: span))
        add("tableStreamArn", .mapping([("Fn::GetAtt", .string("\(table(id)).StreamArn", at: span))], at: span))
      default: break
      }
    }
    return result
  }

  /// Adds the resources and worker functions of a service's constructs.
  static func expand(into template: inout ServiceTemplate) {
    for entry in template.service.constructs {
      switch entry.value["type"]?.text {
      case "queue": addQueue(entry, to: &template)
      case "storage": template.add(bucket(entry.key), "AWS::S3::Bucket", [], at: entry.keySpan)
      case "webhook":
        template.addHTTPAPI(at: entry.keySpan)
        template.add(bus(entry.key), "AWS::Events::EventBus", [], at: entry.keySpan)
      case "database/dynamodb-single-table": addTable(entry, to: &template)
      default: break
      }
    }
  }

  /// A queue, its dead-letter queue, and the worker that handles its messages.
  private static func addQueue(_ entry: Node.Entry, to template: inout ServiceTemplate) {
    let id = entry.key
    let settings = entry.value
    let span = entry.keySpan
    let service = template.service
    let isFIFO = settings.given("fifo")?.bool == true
    let name = "\(service.stackName)-\(id)" + (isFIFO ? ".fifo" : "")
    let worker = settings.given("worker")
    let timeout = worker?.given("timeout")?.int ?? service.provider.given("timeout")?.int ?? Limits.frameworkTimeout
    let window = settings.given("maxBatchingWindow")?.int ?? 0
    let (visibility, _) = timeout.multipliedReportingOverflow(by: 6)
    template.add(
      deadLetters(id), "AWS::SQS::Queue",
      [
        ("QueueName", .string("\(service.stackName)-\(id)-dlq", at: span)),
        ("MessageRetentionPeriod", .string("1209600", at: span)),
      ],
      at: span)
    let retries = settings.given("maxRetries") ?? .string("3", at: span)
    let redrive = Node.mapping(
      [("deadLetterTargetArn", .arn(of: deadLetters(id), at: span)), ("maxReceiveCount", retries)], at: span)
    template.add(
      queue(id), "AWS::SQS::Queue",
      [
        ("QueueName", .string(name, at: span)),
        ("VisibilityTimeout", .string("\(visibility &+ window)", at: span)), ("RedrivePolicy", redrive),
        ("FifoQueue", isFIFO ? settings["fifo"] : nil),
      ], at: span)
    guard let worker else { return }
    let mapping = Node.mapping(
      [
        ("arn", .arn(of: queue(id), at: span)), ("batchSize", settings.given("batchSize") ?? .string("1", at: span)),
        ("maximumBatchingWindow", settings.given("maxBatchingWindow")),
        ("maximumConcurrency", settings.given("maxConcurrency")),
        ("functionResponseType", .string("ReportBatchItemFailures", at: span)),
      ], at: span)
    let event = Node.mapping([("sqs", mapping)], at: span)
    let own = worker.isMapping ? worker.entries.filter { $0.key != "events" } : []
    let events = (worker.given("events")?.list ?? []) + [event]
    let node = Node(
      entries: own + [Node.Entry(key: "events", keySpan: span, value: .sequence(events, at: span))], worker.span)
    template.functions.append(ServiceFunction(key: id + "Worker", keySpan: span, node: node))
    let environments = [worker.given("environment"), service.provider.given("environment")]
    let knowsQueue = environments.contains { block in
      block?.entries.contains { $0.value["Ref"]?.text == queue(id) } ?? false
    }
    if !knowsQueue { template.workers.insert(id + "Worker") }
  }

  private static func addTable(_ entry: Node.Entry, to template: inout ServiceTemplate) {
    let span = entry.keySpan
    let stream = Node.mapping([("StreamViewType", .string("NEW_AND_OLD_IMAGES", at: span))], at: span)
    template.add(table(entry.key), "AWS::DynamoDB::Table", [("StreamSpecification", stream)], at: span)
  }

  /// What lift lets every function of the service do with its constructs.
  static func grants(of service: Service, in template: Template) -> [Statement] {
    service.constructs.compactMap { entry in
      func grant(_ actions: [String], _ id: String, suffix: String = "") -> Statement? {
        guard let arn = template.attribute("\(id).Arn") else { return nil }
        return .granted(actions, on: [arn + Text(suffix)], at: entry.keySpan, by: "serverless-lift")
      }
      switch entry.value["type"]?.text {
      case "queue": return grant(["sqs:SendMessage"], queue(entry.key))
      case "storage":
        return grant(["s3:PutObject", "s3:GetObject", "s3:DeleteObject"], bucket(entry.key), suffix: "/*")
      case "database/dynamodb-single-table":
        return grant(
          ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
          table(entry.key))
      default: return nil
      }
    }
  }
}
