/// A value that is never freed: to take large trees apart piece by piece just before the process ends gains nothing and
/// takes as long as a tenth of the run.
final class Kept<Value> {
  private let value: Value

  private init(_ value: Value) { self.value = value }

  static func untilTheEnd(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }
}
