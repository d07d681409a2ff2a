/// Modules of the registry that are known by their arguments, so that a call tells what it makes without their files.
enum RegistryModule {
  /// The source of what stands in for a module; nil for one that isn't known.
  ///
  /// - Parameter source: as written in the call: of the registry, of git, or of a fork.
  static func standIn(for source: String) -> String? {
    nil
  }
}
