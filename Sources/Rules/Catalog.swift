/// All rules, in alphabetical order of their ids.
package enum Catalog {
  package static let all: [Rule] = []
}
