package import Diagnostics
package import Infrastructure

/// A service that a function's code will want to reach.
package struct Need: Sendable, Hashable {
  /// What to reach: the service's name in policies, such as `secretsmanager`, or the host of a URL.
  package let target: String
  /// What says so: the action of a statement or the value of an environment variable.
  package let span: Span
  /// Whether a VPC endpoint of the files leads there.
  package let isServed: Bool

  package init(target: String, span: Span, isServed: Bool) {
    self.target = target
    self.span = span
    self.isServed = isServed
  }
}

extension Reachability {
  /// What a function will want to reach beyond its VPC, by its permissions and the URLs in its environment, in order.
  package func needs(of function: Function) -> [Need] {
    var needs: [Need] = []
    var seen: Set<String> = []
    let served = function.vpc.map(services) ?? []
    let deliveries = failureTargets(of: function)
    for statement in function.role.map({ graph[$0].statements }) ?? [] where statement.effect == .allow {
      guard case .only(let actions) = statement.actions, !isDelivery(statement, to: deliveries) else { continue }
      for action in actions {
        guard let service = Reachability.service(of: action.value), seen.insert(service).inserted else { continue }
        let names = Reachability.endpointNames[service] ?? [service]
        needs.append(Need(target: service, span: action.span, isServed: names.contains(where: served.contains)))
      }
    }
    for variable in function.environment {
      guard let host = Reachability.host(of: variable.value), seen.insert(host).inserted else { continue }
      needs.append(Need(target: host, span: variable.valueSpan, isServed: false))
    }
    return needs
  }

  /// Where Lambda itself sends what a function answered or failed on, with the function's role but not through its VPC.
  private func failureTargets(of function: Function) -> Set<Text> {
    let own = [function.deadLetter, function.onSuccess, function.onFailure].compactMap { $0?.text }
    let polled = graph.relations(to: function.id).compactMap { graph[$0].polling?.onFailure?.text }
    return Set(own + polled)
  }

  /// Whether a statement is there for such deliveries alone.
  private func isDelivery(_ statement: Statement, to targets: Set<Text>) -> Bool {
    if statement.isForDelivery { return true }
    guard !targets.isEmpty, case .only(let resources) = statement.resources, !resources.isEmpty else { return false }
    return resources.allSatisfy { targets.contains($0.value) }
  }

  /// The services that endpoints of the files serve in some subnets.
  package func services(in placement: Placement) -> Set<String> {
    guard !graph.network.endpoints.isEmpty else { return [] }
    let subnets = placement.subnets.compactMap { self.subnets[$0.text] }
    let places = Set(subnets.compactMap(\.vpc))
    let tables = Set(subnets.flatMap { tablesOfSubnet[$0.id] ?? [] })
    var services: Set<String> = []
    for endpoint in graph.network.endpoints {
      let isNear = endpoint.vpc.map(places.contains) ?? true
      let isRouted = !endpoint.isGateway || endpoint.routeTables.contains(where: tables.contains)
      if isNear && isRouted { services.insert(endpoint.service) }
    }
    return services
  }

  /// The service of an action that code calls through the function's own network interface.
  private static func service(of action: String) -> String? {
    guard let colon = action.firstIndex(of: ":") else { return nil }
    let service = action[..<colon].lowercased()
    let name = action[action.index(after: colon)...].lowercased()
    let isElsewhere = doneByLambda.contains(service) || insideVPC.contains(service)
    return isElsewhere || usedByLambda.contains(service + ":" + name) ? nil : service
  }

  /// Services whose calls Lambda makes itself, not through the VPC (Lambda guide, execution role and VPC access).
  private static let doneByLambda: Set<String> = ["logs", "xray", "ec2", "*", "iam", "kms", "elasticfilesystem"]

  /// Services whose actions are about what is reached inside the VPC (service authorization reference; 2026-11-20).
  private static let insideVPC: Set<String> = ["kafka-cluster", "neptune-db", "dax", "rds-db", "vpc-lattice-svcs"]

  /// Actions that Lambda's pollers use, or that read queues and pull images for it rather than for the code.
  private static let usedByLambda: Set<String> = [
    "sqs:receivemessage", "sqs:deletemessage", "sqs:getqueueattributes", "sqs:getqueueurl",
    "sqs:changemessagevisibility",
    "sqs:deletemessagebatch", "sqs:changemessagevisibilitybatch", "dynamodb:getrecords", "dynamodb:getsharditerator",
    "dynamodb:describestream", "dynamodb:liststreams", "kinesis:getrecords", "kinesis:getsharditerator",
    "kinesis:describestream", "kinesis:liststreams", "kinesis:describestreamsummary", "kinesis:listshards",
    "kinesis:subscribetoshard", "kafka:describecluster", "kafka:describeclusterv2", "kafka:getbootstrapbrokers",
    "cloudwatch:putmetricdata", "elasticache:connect", "memorydb:connect", "ecr:getauthorizationtoken",
    "ecr:batchgetimage", "ecr:getdownloadurlforlayer", "ecr:batchchecklayeravailability",
  ]

  /// The names of endpoints where they differ from the service's name in policies (VPC guide, AWS services; 2026-11-20).
  private static let endpointNames: [String: [String]] = [
    "kinesis": ["kinesis-streams"], "firehose": ["kinesis-firehose"], "cloudwatch": ["monitoring"],
    "bedrock": ["bedrock-runtime", "bedrock"], "states": ["states", "sync-states"], "execute-api": ["execute-api"],
    "appsync": ["appsync-api"], "ecr": ["ecr.api"], "s3": ["s3"], "s3-object-lambda": ["s3"],
  ]

  /// The public host of a URL that is written out; AWS's own hosts are judged by the permissions.
  private static func host(of text: Text) -> String? {
    guard let url = text.known, url.hasPrefix("https://") || url.hasPrefix("http://"),
      let start = url.range(of: "://")?.upperBound
    else { return nil }
    let host = url[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "@" }.lowercased()
    let isPublic =
      host.contains(".") && !host.hasSuffix(".amazonaws.com") && !host.hasSuffix(".local")
      && !host.hasSuffix(".internal") && host.contains { $0.isLetter }
    return isPublic ? host : nil
  }
}
