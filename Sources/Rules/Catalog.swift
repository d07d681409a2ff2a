/// All rules, in alphabetical order of their ids.
package enum Catalog {
  package static let all: [Rule] = [
    .missingFailureDestination,
    .missingPartialBatchResponse,
    .missingReservedConcurrency,
    .queueWithoutDLQ,
    .recursiveLoop,
    .s3TriggerWithoutFilter,
    .secretInEnvironment,
    .shortVisibilityTimeout,
    .timeoutExceedsAPIGateway,
    .vpcWithoutNAT,
  ]
}
