import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A VPC that holds nothing for the function costs a NAT gateway and a way to fail.
  static let needlessVPC = Rule(
    id: "needless-vpc",
    title: "Nothing in the VPC is for this function",
    severity: .info,
    since: "0.1",
    check: .eachFunction { function, facts, report in
      guard let placement = function.vpc, !placement.subnets.isEmpty, !function.environmentIsOpen,
        facts.reachability.egress(of: function) != .unknown, !hasPrivateTarget(function, facts.graph)
      else { return }
      report(
        "nothing in sight needs '\(facts.graph[function.id].name)' in a VPC",
        at: placement.span, resource: function.id, confidence: .possible,
        help: "leave the VPC out, unless the code reaches a database, cache or service that is private"
      )
    }
  )
}

private let privateWords: Vocabulary = [
  "db", "database", "rds", "aurora", "postgres", "postgresql", "mysql", "pg", "redis", "cache", "memcached",
  "elasticache",
  "mongo", "mongodb", "docdb", "cluster", "host", "hostname", "endpoint", "proxy", "broker", "brokers", "kafka", "msk",
  "opensearch", "elasticsearch", "es", "efs", "mount", "redshift", "neptune", "vpc", "private", "internal", "server",
  "url",
  "jdbc", "sql", "bootstrap", "api",
]
private let privateServices: Set<String> = [
  "rds", "rds-db", "elasticache", "elasticfilesystem", "kafka", "kafka-cluster", "es", "aoss", "redshift", "neptune-db",
  "docdb", "mq", "memorydb", "vpc-lattice-svcs", "execute-api", "s3files",
]

/// Whether a name, permission or trigger hints at something that only the VPC holds.
private func hasPrivateTarget(_ function: Function, _ graph: ResourceGraph) -> Bool {
  if function.environment.contains(where: { privateWords.occurs(in: $0.name) }) { return true }
  let sources: Set<ResourceKind> = [.kafkaCluster, .broker, .documentCluster, .loadBalancer, .external]
  if graph.hasTrigger(function.id, where: { sources.contains(graph[$0.from].kind) }) { return true }
  guard let role = function.role.map({ graph[$0] }), role.isComplete else { return true }
  return role.statements.contains { statement in
    guard case .only(let actions) = statement.actions else { return true }
    return actions.contains { action in
      guard let colon = action.value.firstIndex(of: ":") else { return true }
      return privateServices.contains(action.value[..<colon].lowercased())
    }
  }
}
