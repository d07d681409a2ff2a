/// The pages of the rules, in the binary so that `explain` needs no files.
enum RulePages {
  /// The page of a rule in Markdown; nil when there is none.
  static func text(of rule: String) -> String? {
    all.first { $0.rule == rule }.map { String(describing: $0.text) }
  }
}
