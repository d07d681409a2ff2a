import Diagnostics

/// The colours of a text report; none where the output is no terminal.
struct Ink {
  enum Role: String {
    case error = "1;31"
    case warning = "1;33"
    case info = "1;36"
    case frame = "1;34"
    case strong = "1"
    case help = "1;32"
  }

  let isColoured: Bool

  static func opening(_ role: Role) -> String { "\u{1B}[\(role.rawValue)m" }
  static let closing = "\u{1B}[0m"

  func paint(_ text: String, _ role: Role) -> String {
    isColoured && !text.isEmpty ? Ink.opening(role) + text + Ink.closing : text
  }
}

extension Severity {
  var ink: Ink.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
