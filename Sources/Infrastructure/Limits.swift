/// Numbers of AWS services that findings compare with or state; read on 2026-11-20 from the pages named in brackets.
///
/// A fact's comment begins with its unit, and pages in `docs/rules` state facts by these names.
package enum Limits {
  // MARK: Time

  /// Seconds a function may run where no timeout is set (Lambda CreateFunction).
  package static let defaultTimeout = 3
  /// Seconds a function may run where the Serverless Framework's service sets no timeout (Serverless Framework 3 guide).
  package static let frameworkTimeout = 6
  /// Milliseconds a REST API waits for an integration (API Gateway quotas for REST APIs).
  package static let restIntegration = 29_000
  /// Milliseconds an HTTP API waits for an integration (API Gateway quotas for HTTP APIs).
  package static let httpIntegration = 30_000
  /// Milliseconds a WebSocket API waits for an integration (API Gateway quotas for WebSocket APIs).
  package static let webSocketIntegration = 29_000
  /// Milliseconds that an integration may be told to wait at least (API Gateway quotas for REST APIs).
  package static let shortestIntegration = 50
  /// Status of the answer to callers for whom the integration took too long (API Gateway guide, gateway responses).
  package static let integrationTimeoutStatus = 504
  /// Seconds Cognito waits for a trigger (Cognito guide, Lambda triggers).
  package static let userPoolTrigger = 5
  /// Times Cognito calls a trigger that doesn't answer in time (Cognito guide, Lambda triggers).
  package static let userPoolAttempts = 3
  /// Seconds an HTTP API waits for an authorizer (API Gateway quotas for HTTP APIs).
  package static let httpAuthorizer = 10
  /// Seconds AppSync waits for a data source (AppSync quotas).
  package static let resolver = 30
  /// Seconds Data Firehose waits for a transformation (Firehose guide, data transformation).
  package static let deliveryTransform = 300
  /// Seconds CloudFront waits for a function at a viewer event (CloudFront guide, restrictions on Lambda@Edge).
  package static let edgeViewer = 5
  /// Seconds CloudFront waits for a function at an origin event (CloudFront guide, restrictions on Lambda@Edge).
  package static let edgeOrigin = 30

  // MARK: Queues, streams and retries

  /// Seconds of a queue's visibility timeout where none is set (SQS CreateQueue).
  package static let defaultVisibility = 30
  /// Times a function's timeout that a queue's visibility timeout should be (Lambda guide, SQS event sources).
  package static let visibilityFactor = 6
  /// Receives that a message should be allowed at least, to survive throttling (Lambda guide, SQS event sources).
  package static let minimumReceives = 5
  /// Messages of a batch from a queue where no size is set (Lambda CreateEventSourceMapping).
  package static let defaultQueueBatch = 10
  /// Records of a batch from a stream or from Kafka where no size is set (Lambda CreateEventSourceMapping).
  package static let defaultStreamBatch = 100
  /// Retries of an asynchronous invocation (Lambda PutFunctionEventInvokeConfig).
  package static let asynchronousRetries = 2
  /// Rounds after which Lambda's recursion guard ends a loop, about (Lambda guide, recursive loop detection).
  package static let recursionRounds = 16

  /// Notifications that one bucket may have (S3 guide, event notifications).
  package static let bucketNotifications = 100

  // MARK: Concurrency

  /// Executions an account may run at once in a region unless it asked for more (Lambda guide, concurrency).
  package static let accountConcurrency = 1_000
  /// Executions that must stay unreserved in an account (Lambda guide, reserved concurrency).
  package static let unreservedConcurrency = 100
  /// Executions that one SQS mapping may reach (Lambda guide, SQS scaling).
  package static let queueMappingConcurrency = 1_250
  /// Executions that a queue's pollers need at least (Lambda guide, SQS scaling).
  package static let minimumQueueReserve = 5

  // MARK: Size

  /// Megabytes of memory where no size is set, which is also the least there is (Lambda quotas).
  package static let leastMemory = 128
  /// Megabytes of memory where the Serverless Framework's service sets none (Serverless Framework 3 guide).
  package static let frameworkMemory = 1_024
  /// Megabytes of memory at which a function has one whole processor (Lambda guide, memory).
  package static let processorMemory = 1_769
  /// Megabytes of `/tmp` where no size is set, which are free (Lambda CreateFunction).
  package static let ephemeralStorage = 512
  /// Bytes of all keys and values of an environment together (Lambda quotas).
  package static let environmentBytes = 4_096
  /// Layers of one function (Lambda quotas).
  package static let layers = 5
  /// Megabytes of a zipped package that is uploaded directly (Lambda quotas).
  package static let zippedPackage = 50
  /// Megabytes of a package and its layers once they are unzipped (Lambda quotas).
  package static let unzippedPackage = 250
}

extension Limits {
  /// The day on which the numbers were read.
  package static let asOf = "2026-11-20"

  /// Names that Lambda sets itself and refuses in an environment (Lambda guide, environment variables).
  package static let reservedVariables: Set<String> = [
    "_HANDLER", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    "AWS_LAMBDA_MAX_CONCURRENCY", "AWS_LAMBDA_METADATA_API", "AWS_LAMBDA_METADATA_TOKEN",
  ]
}
