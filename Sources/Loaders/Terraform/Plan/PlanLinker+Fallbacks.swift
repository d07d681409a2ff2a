import Documents
import Infrastructure

/// What to do where the references of an attribute were lost, as in `dynamic` blocks and locals.
///
/// The order is from safe to bold, and each step answers only where one resource is left.
extension PlanLinker {
  func fallback(_ path: [String], of instance: Plan.Instance, allowed: Set<String>) -> [Candidate] {
    guard let leaf = path.last else { return [] }
    let all = plan.instances(ofTypes: allowed).filter { $0.address != instance.address }
    if PlanLinkTable.containments.contains(leaf) {
      let siblings = all.filter { $0.moduleAddress == instance.moduleAddress }
      if siblings.count == 1 { return siblings.map(PlanLinker.inferred) }
    }
    let inputs = moduleInputs(path, of: instance, allowed: allowed)
    if !inputs.isEmpty { return inputs }
    let permitted = permitted(of: instance, allowed: allowed)
    if !permitted.isEmpty { return permitted }
    return all.count == 1 ? all.map(PlanLinker.inferred) : []
  }

  private static func inferred(_ instance: Plan.Instance) -> Candidate {
    Candidate(address: instance.address, attribute: nil, isExact: false)
  }

  /// What the arguments of the module that holds the instance point at; the best match of names where there are several.
  func moduleInputs(_ path: [String], of instance: Plan.Instance, allowed: Set<String>) -> [Candidate] {
    guard let last = instance.module.steps.last else { return [] }
    let parent = instance.module.parent
    guard let call = plan.configuration.module(parent)?.calls[last.call] else { return [] }
    let owner = Owner(key: last.key, forEach: call["for_each_expression"], module: parent, isModule: true)
    let wanted = Set(path.flatMap { $0.split(separator: "_") })
    var best: (score: Int, found: [Candidate]) = (-1, [])
    for input in call["expressions"]?.opened.entries ?? [] {
      let found = targets(resolve(input.value, owner: owner), allowed: allowed, except: instance.address)
      guard !found.isEmpty else { continue }
      let score = wanted.intersection(input.key.split(separator: "_")).count
      if score > best.score {
        best = (score, found)
      } else if score == best.score {
        best.found += found.filter { !best.found.contains($0) }
      }
    }
    return best.found
  }

  /// The functions that a bucket may invoke: what its notifications must point at.
  private func permitted(of instance: Plan.Instance, allowed: Set<String>) -> [Candidate] {
    guard instance.type == "aws_s3_bucket_notification", allowed == PlanLinkTable.functions else { return [] }
    let bucket = link("bucket", of: instance, PlanLinker.buckets)
    return bucket.isEmpty ? [] : permitted[bucket] ?? []
  }

  private static let buckets: Set<String> = ["aws_s3_bucket"]

  /// The functions that buckets may invoke by `aws_lambda_permission`.
  func permissions() -> [[String]: [Candidate]] {
    var result: [[String]: [Candidate]] = [:]
    let byName = [PlanLinker.buckets, PlanLinkTable.functions].map(addresses)
    for permission in plan.instances(ofTypes: ["aws_lambda_permission"]) {
      let bucket = link("source_arn", of: permission, PlanLinker.buckets, byName[0])
      for address in link("function_name", of: permission, PlanLinkTable.functions, byName[1])
      where result[bucket]?.contains(where: { $0.address == address }) != true {
        result[bucket, default: []].append(Candidate(address: address, attribute: nil, isExact: false))
      }
    }
    return result.mapValues { $0.sorted { $0.address < $1.address } }
  }

  /// The addresses that a top-level attribute points at, whether its value is known or not.
  private func link(
    _ attribute: String, of instance: Plan.Instance, _ allowed: Set<String>, _ byName: [Text: [String]]? = nil
  ) -> [String] {
    if let text = instance.values?[attribute]?.text,
      let locator = Locator.parse(Text(text), expecting: allowed == PlanLinkTable.functions ? .function : .bucket)
    {
      return (byName ?? addresses(allowed))[locator.name] ?? []
    }
    return targets(
      resolve(instance.expressions?[attribute], owner: owner(of: instance)), allowed: allowed,
      except: instance.address
    ).map(\.address)
  }

  /// The addresses of the instances of some types by physical name.
  private func addresses(_ types: Set<String>) -> [Text: [String]] {
    var result: [Text: [String]] = [:]
    for instance in plan.instances(ofTypes: types) {
      let name = TerraformIdentity.name(type: instance.type, address: instance.address, scope: scope) {
        known($0, of: instance)
      }
      result[name, default: []].append(instance.address)
    }
    return result
  }
}
