/// What goes to standard output or into a file.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text
  case json
  case sarif
  case github
  case gitlab
  case junit
  case markdown
  case dot
  case mermaid
}
