import Documents
import Infrastructure

/// What to do where the references of an attribute were lost, as in `dynamic` blocks and locals.
///
/// The order is from safe to bold, and each step answers only where one resource is left.
extension PlanLinker {
  func fallback(_ path: [String], of instance: Plan.Instance, allowed: Set<String>) -> [Candidate] {
    guard let leaf = path.last else { return [] }
    if PlanLinkTable.containments.contains(leaf) {
      let siblings = existing(allowed, except: instance.address) { $0.module == instance.module }
      if siblings.count == 1 { return siblings }
    }
    let inputs = moduleInputs(path, of: instance, allowed: allowed)
    if !inputs.isEmpty { return inputs }
    let permitted = permitted(of: instance, allowed: allowed)
    if !permitted.isEmpty { return permitted }
    let all = existing(allowed, except: instance.address) { _ in true }
    return all.count == 1 ? all : []
  }

  private func existing(
    _ allowed: Set<String>, except own: String, where matches: (Plan.Instance) -> Bool
  ) -> [Candidate] {
    plan.instances.filter { !$0.isData && $0.address != own && allowed.contains($0.type) && matches($0) }
      .map { Candidate(address: $0.address, attribute: nil, isExact: false) }
  }

  /// What the arguments of the module that holds the instance point at; the best match of names where there are several.
  func moduleInputs(_ path: [String], of instance: Plan.Instance, allowed: Set<String>) -> [Candidate] {
    guard let last = instance.module.steps.last else { return [] }
    let parent = instance.module.parent
    guard let call = plan.configuration.module(parent)?.calls[last.call] else { return [] }
    let owner = Owner(key: last.key, forEach: call["for_each_expression"], module: parent, isModule: true)
    let wanted = Set(path.flatMap { $0.split(separator: "_") })
    var best: (score: Int, found: [Candidate]) = (-1, [])
    for input in call["expressions"]?.entries ?? [] {
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
    let bucket = link("bucket", of: instance, ["aws_s3_bucket"])
    guard !bucket.isEmpty else { return [] }
    var result: [Candidate] = []
    for permission in plan.instances where permission.type == "aws_lambda_permission" {
      guard link("source_arn", of: permission, ["aws_s3_bucket"]) == bucket else { continue }
      for address in link("function_name", of: permission, allowed)
      where !result.contains(where: { $0.address == address }) {
        result.append(Candidate(address: address, attribute: nil, isExact: false))
      }
    }
    return result.sorted { $0.address < $1.address }
  }

  /// The addresses that a top-level attribute points at, whether its value is known or not.
  private func link(_ attribute: String, of instance: Plan.Instance, _ allowed: Set<String>) -> [String] {
    if let text = instance.values?[attribute]?.text,
      let locator = Locator.parse(Text(text), expecting: allowed == PlanLinkTable.functions ? .function : .bucket)
    {
      return plan.instances.filter { other in
        allowed.contains(other.type)
          && TerraformIdentity.name(type: other.type, address: other.address, scope: scope) { known($0, of: other) }
            == locator.name
      }.map(\.address)
    }
    return targets(
      resolve(expression(of: instance)?[attribute], owner: owner(of: instance)), allowed: allowed,
      except: instance.address
    ).map(\.address)
  }
}
