import Loaders
import TestSupport

/// The graph of one `serverless.yml` beside the files it includes.
func loaded(
  _ configuration: String, files: [String: String] = [:], inputs: LoadInputs = LoadInputs()
) throws -> LoadedGraph {
  var contents = files
  contents["serverless.yml"] = configuration
  return try LoadedGraph(contents, included: Set(files.keys), inputs: inputs)
}

/// A service with one function `main` that has the given events and, besides, the given sections.
func service(events: String, resources: String = "", provider: String = "") -> String {
  var lines = ["service: shop", "provider:", "  name: aws"]
  lines += provider.split(separator: "\n").map { "  \($0)" }
  lines += ["functions:", "  main:", "    handler: a.b", "    events:"]
  lines += events.split(separator: "\n").map { "      \($0)" }
  if !resources.isEmpty { lines += ["resources:", "  Resources:"] }
  lines += resources.split(separator: "\n").map { "    \($0)" }
  return lines.joined(separator: "\n") + "\n"
}
