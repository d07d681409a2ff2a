// Written by `UPDATE=1 swift test --filter RulePageTests` from docs/rules; not to be edited.
// swift-format-ignore-file

extension RulePages {
  static let all: [(rule: String, text: StaticString)] = []
}
