import Infrastructure

/// What findings are measured against where teams differ, and the day on which they are made.
package struct Standards: Sendable {
  /// Executions that the account may run at once in a region.
  package var accountConcurrency = Limits.accountConcurrency
  /// Times a function's timeout that a queue's visibility timeout should be.
  package var visibilityFactor = Limits.visibilityFactor
  /// Receives that a message should be allowed before it goes to a dead-letter queue.
  package var minimumReceives = Limits.minimumReceives
  /// Megabytes of memory that a function should have; nil asks only for more than the least there is.
  package var memoryFloor: Int?
  /// Today as `YYYY-MM-DD`; the day on which the tables were read where nobody asked the clock.
  package var today = Limits.asOf

  package init() {}
}
