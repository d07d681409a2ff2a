import Diagnostics
import Documents
import Infrastructure

extension ServiceTemplate {
  /// Adds the resource that the Framework makes as the source of an event, if it makes one.
  mutating func addSource(of event: ServiceEvent, key: String) {
    let value = event.value
    switch event.type {
    case "s3": addBucket(value, at: event.span)
    case "sns": addTopic(value, at: event.span)
    case "http": addRESTAPI(at: event.span)
    case "httpApi": addHTTPAPI(at: event.span)
    case "websocket": addWebSocketAPI(at: event.span)
    case "cognitoUserPool":
      guard let pool = value.given("pool"), let name = pool.text, value.given("existing")?.bool != true else { return }
      add(ServiceName.userPool(name), "AWS::Cognito::UserPool", [("UserPoolName", pool)], at: event.span)
    case "eventBridge":
      guard let bus = value.given("eventBus"), let name = bus.text, name != "default", !name.hasPrefix("arn:"),
        !name.hasPrefix("${")
      else { return }
      add(ServiceName.bus(name), "AWS::Events::EventBus", [("Name", bus)], at: event.span)
    case "snsSqs": addBufferedTopic(value, at: event.span)
    case "cloudFront": generated["CloudFrontDistribution"] = "AWS::CloudFront::Distribution"
    case "sqs", "stream", "kafka", "msk", "activemq", "rabbitmq":
      generated[ServiceEventReader.mappingID(event, of: key)] = "AWS::Lambda::EventSourceMapping"
    default: break
    }
  }

  /// The bucket of an event, with the properties that the provider section gives it.
  private mutating func addBucket(_ value: Node, at span: Span) {
    guard value.given("existing")?.bool != true, let bucket = value.text != nil ? value : value.given("bucket"),
      let name = bucket.text
    else { return }
    let settings = service.provider.given("s3")?.given(name)
    var properties: [(String, Node?)] = [("BucketName", settings?.given("name") ?? bucket)]
    for entry in settings?.entries ?? [] where entry.key != "name" {
      properties.append((ServiceName.upper(entry.key), entry.value))
    }
    add(ServiceName.bucket(name), "AWS::S3::Bucket", properties, at: span)
  }

  private mutating func addTopic(_ value: Node, at span: Span) {
    guard let topic = ServiceTemplate.topicName(value), let name = topic.text else { return }
    add(
      ServiceName.topic(name), "AWS::SNS::Topic",
      [("TopicName", topic), ("DisplayName", value.given("displayName"))], at: span)
  }

  /// The name of the topic that an event makes; nil where it subscribes to one that is there already.
  static func topicName(_ value: Node) -> Node? {
    if value.isMapping { return value.given("arn") == nil ? value.given("topicName") : nil }
    guard let text = value.text, !text.hasPrefix("arn:"), !text.hasPrefix("${") else { return nil }
    return value
  }

  mutating func addRESTAPI(at span: Span) {
    guard service.provider.given("apiGateway")?.given("restApiId") == nil else { return }
    let type = service.provider.given("endpointType")
    let types = type?.text.map { Node.sequence([.string($0.uppercased(), at: span)], at: type?.span ?? span) }
    add(
      ServiceName.restAPI, "AWS::ApiGateway::RestApi",
      [("EndpointConfiguration", types.map { .mapping([("Types", $0)], at: $0.span) })], at: span)
  }

  mutating func addHTTPAPI(at span: Span) {
    guard service.provider.given("httpApi")?.given("id") == nil else { return }
    add(ServiceName.httpAPI, "AWS::ApiGatewayV2::Api", [("ProtocolType", .string("HTTP", at: span))], at: span)
  }

  private mutating func addWebSocketAPI(at span: Span) {
    guard service.provider.given("apiGateway")?.given("websocketApiId") == nil else { return }
    add(
      ServiceName.webSocketAPI, "AWS::ApiGatewayV2::Api", [("ProtocolType", .string("WEBSOCKET", at: span))], at: span)
  }
}
