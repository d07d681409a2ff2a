/// Limits of AWS services that rules compare with; read on 2026-11-20 from the pages named beside them.
enum Limits {
  /// Milliseconds a REST API waits for an integration (API Gateway quotas for REST APIs).
  static let restIntegration = 29_000
  /// Milliseconds an HTTP API waits for an integration (API Gateway quotas for HTTP APIs).
  static let httpIntegration = 30_000
  /// Milliseconds a WebSocket API waits for an integration (API Gateway quotas for WebSocket APIs).
  static let webSocketIntegration = 29_000
  /// Seconds of a queue's visibility timeout where none is set (SQS CreateQueue).
  static let defaultVisibility = 30
  /// How many times a function's timeout a queue's visibility timeout should be (Lambda guide, SQS event sources).
  static let visibilityFactor = 6
  /// The lowest maxReceiveCount that survives throttling (Lambda guide, SQS event sources).
  static let minimumReceives = 5
  /// Messages of a batch where no size is set (Lambda CreateEventSourceMapping).
  static let defaultQueueBatch = 10
  /// Records of a batch from a stream where no size is set (Lambda CreateEventSourceMapping).
  static let defaultStreamBatch = 100
  /// Executions that must stay unreserved in an account (Lambda guide, reserved concurrency).
  static let unreservedConcurrency = 100
  /// Executions that one SQS mapping may reach (Lambda guide, SQS scaling).
  static let queueMappingConcurrency = 1_250
  /// The smallest reserve that a queue's pollers get along with (Lambda guide, SQS scaling).
  static let minimumQueueReserve = 5
  /// Retries of an asynchronous invocation (Lambda PutFunctionEventInvokeConfig).
  static let asynchronousRetries = 2
  /// Seconds Cognito waits for a trigger (Cognito guide, Lambda triggers).
  static let userPoolTrigger = 5
  /// Seconds an HTTP API waits for an authorizer (API Gateway quotas for HTTP APIs).
  static let httpAuthorizer = 10
  /// Seconds AppSync waits for a data source (AppSync quotas).
  static let resolver = 30
  /// Seconds Data Firehose waits for a transformation (Firehose guide, data transformation).
  static let deliveryTransform = 300
  /// Seconds CloudFront waits for a function at a viewer event (CloudFront guide, restrictions on Lambda@Edge).
  static let edgeViewer = 5
  /// Seconds CloudFront waits for a function at an origin event (CloudFront guide, restrictions on Lambda@Edge).
  static let edgeOrigin = 30
  /// Bytes of all keys and values of an environment together (Lambda quotas).
  static let environmentBytes = 4_096
  /// Layers of one function (Lambda quotas).
  static let layers = 5
  /// Megabytes of `/tmp` where no size is set, which are free (Lambda CreateFunction).
  static let ephemeralStorage = 512
  /// Dollars an hour for one GB of `/tmp` above that in us-east-1: 3,600 s × 0.0000000309.
  static let ephemeralGigabyteHour = 0.000_111
  /// Dollars a month for one GB of idle provisioned concurrency on x86 in us-east-1: 2,628,000 s × 0.0000041667.
  static let provisionedGigabyteMonth = 10.95
}
