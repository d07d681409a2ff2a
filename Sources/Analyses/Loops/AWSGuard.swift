import Diagnostics
import Infrastructure

/// Whether Lambda itself would end a loop.
///
/// It follows a chain through some services only, by a header that the AWS SDK passes on, and ends it after about 16
/// rounds. Source: Lambda Developer Guide, "Use Lambda recursive loop detection to prevent infinite loops", 2026-11.
struct AWSGuard {
  let verdict: LoopSummary.Guard
  /// What the verdict depends on, as a clause; nil where nothing needs to be said.
  let note: String?

  init(_ hops: [Hop], in graph: ResourceGraph) {
    let settings = hops.indices.compactMap { graph.function(hops[$0].from) { $0.recursiveLoop } }
    if settings.contains(where: { $0.value?.lowercased() == "allow" }) {
      self.init(.disabled, nil)
    } else if !hops.indices.allSatisfy({ AWSGuard.isFollowed(hops[$0], in: graph) })
      || !hops.indices.contains(where: { graph.kind(of: hops[$0].from) == .function })
    {
      self.init(.notCovered, nil)
    } else if settings.contains(where: { $0.isUnresolved }) {
      self.init(.unknown, "whether AWS's recursion guard is on is known only at deployment")
    } else {
      self.init(
        hops.indices.compactMap { index -> (name: String, support: SDKSupport)? in
          guard case .write = hops[index].cause else { return nil }
          let writer = hops[index].from
          guard let (runtime, isImage) = graph.function(writer, { ($0.runtime.value, $0.isImage) }) else { return nil }
          return (graph.resources[writer.index].name, SDKSupport(runtime, isImage: isImage))
        })
    }
  }

  private init(_ verdict: LoopSummary.Guard, _ note: String?) {
    self.verdict = verdict
    self.note = note
  }

  /// The verdict by the SDKs of those that write: the weakest counts.
  private init(_ writers: [(name: String, support: SDKSupport)]) {
    var note: String?
    var verdict = LoopSummary.Guard.covered
    for (name, support) in writers {
      switch support {
      case .included: continue
      case .never(let runtime):
        self.init(.notCovered, "no AWS SDK for \(runtime), the runtime of '\(name)', tells AWS's recursion guard of it")
        return
      case .outdated(let runtime):
        verdict = .unknown
        note =
          "the AWS SDK that \(runtime) comes with is too old for AWS's recursion guard, unless '\(name)' brings another"
      case .unknown where verdict == .covered:
        verdict = .unknown
        note = "whether AWS's recursion guard sees it depends on the AWS SDK in '\(name)'"
      case .unknown: continue
      case .ownSince(let version) where verdict == .covered && note == nil:
        note = "if its AWS SDK is \(version) or newer"
      case .ownSince: continue
      }
    }
    self.init(verdict, note)
  }

  /// Whether the header gets from one end of a hop to the other.
  private static func isFollowed(_ hop: Hop, in graph: ResourceGraph) -> Bool {
    switch graph.kind(of: hop.from) {
    case .function, .queue, .topic, .bucket: break
    case .table, .stream, .bus, .rule, .pipe, .stateMachine, .firehose, .logGroup, .api, .schedule, .iotRule,
      .external, .kafkaCluster, .broker, .documentCluster, .userPool, .graphQLAPI, .loadBalancer, .distribution,
      .emailReceipt, .iotTopic:
      return false
    }
    switch hop.cause {
    case .write(let write):
      return !write.isScheduled && !write.emission.actions.allSatisfy(AWSGuard.startingAnew.contains)
    case .relation(let id):
      let via = graph.via(of: id)
      return via != .replication && via != .accessLog && via != .trail
    }
  }

  /// What starts a chain of its own, as a schedule does: a call over HTTP, or a message that SQS moves.
  private static let startingAnew = ["lambda:InvokeFunctionUrl"] + ActionSet.movingNames
}

/// Whether the AWS SDK of a function passes on what the guard counts by.
private enum SDKSupport {
  /// The SDK that comes with the runtime does.
  case included
  /// The code brings its own, which does from a version on.
  case ownSince(String)
  /// The SDK that comes with the runtime doesn't; the code may bring a newer one.
  case outdated(runtime: String)
  /// No SDK that runs on the runtime does.
  case never(runtime: String)
  /// A custom runtime, an image, or not known.
  case unknown

  init(_ runtime: String?, isImage: Bool) {
    guard !isImage, let runtime else {
      self = .unknown
      return
    }
    self = SDKSupport.table.first { runtime.hasPrefix($0.prefix) }?.support ?? .unknown
  }

  /// By the beginning of the runtime's name, the first that fits.
  ///
  /// Source: the guide's list of minimum versions, 2026-11; boto3's changelog, by which 1.17 was the last for Python 2.7
  /// and 1.23 the last for 3.6; support of Node.js 4 to 10 and Ruby 2.5 ended before those versions came out.
  private static let table: [(prefix: String, support: SDKSupport)] =
    ["python2.7", "python3.6"].map { ($0, .never(runtime: $0)) }
    + ["nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "ruby2.5"].map { ($0, .outdated(runtime: $0)) }
    + [
      ("nodejs", .included), ("python3.", .included), ("ruby", .included), ("java8", .ownSince("2.17.135")),
      ("java11", .ownSince("2.17.135")), ("java17", .ownSince("2.20.81")), ("java", .ownSince("2.21.24")),
      ("dotnet", .ownSince("3.7.293")), ("go1.x", .ownSince("1.57.0")),
    ]
}
