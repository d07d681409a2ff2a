import Diagnostics
import Documents
import Infrastructure

/// The proxies of serverless-apigateway-service-proxy: calls of an API that go to another service without code.
///
/// Source: serverless-apigateway-service-proxy 2, `lib/apiGateway/schema.js`.
enum ServiceProxies {
  private static let targets: [String: (key: String, kind: ResourceKind)] = [
    "sqs": ("queueName", .queue), "sns": ("topicName", .topic), "kinesis": ("streamName", .stream),
    "dynamodb": ("tableName", .table), "s3": ("bucket", .bucket), "eventbridge": ("eventBusName", .bus),
  ]

  private static func proxies(of service: Service) -> [Node.Entry] {
    (service.custom?["apiGatewayServiceProxies"]?.list ?? []).flatMap(\.entries)
  }

  static func expand(into template: inout ServiceTemplate) {
    if let first = proxies(of: template.service).first { template.addRESTAPI(at: first.keySpan) }
  }

  static func read(of service: Service, _ reader: TemplateReader, into context: inout LoadContext) {
    for entry in proxies(of: service) {
      guard let (key, kind) = targets[entry.key], let node = entry.value.given(key), let to = target(node, kind, reader)
      else { continue }
      let given = service.provider.given("apiGateway")?.given("restApiId")
      guard let api = reader.ids[ServiceName.restAPI].map({ .resource($0) }) ?? reader.endpoint(given, expecting: .api)
      else { continue }
      context.builder.relate(reader.draft(from: api, to: to, .apiIntegration, .async, at: entry.keySpan))
    }
  }

  /// The target by its name; a stream, table or bucket may also be given as a reference.
  private static func target(_ node: Node, _ kind: ResourceKind, _ reader: TemplateReader) -> GraphBuilder.Endpoint? {
    reader.endpoint(node, expecting: kind)
  }
}
