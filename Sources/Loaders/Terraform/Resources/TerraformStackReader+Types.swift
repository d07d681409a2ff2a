import Infrastructure

extension TerraformStackReader {
  /// Reads one managed instance of any type that matters; functions have been read before.
  func read(_ instance: TerraformInstance, into context: inout LoadContext) {
    if readMessaging(instance, into: &context) { return }
    if readLambdaSatellite(instance, into: &context) { return }
    if readAPI(instance, into: &context) { return }
    if readIAM(instance, into: &context) { return }
    if readNetwork(instance, into: &context) { return }
    readRareSource(instance, into: &context)
  }

  /// The resources that hold or pass on events; false for any other type.
  private func readMessaging(_ instance: TerraformInstance, into context: inout LoadContext) -> Bool {
    switch instance.type {
    case "aws_lambda_event_source_mapping": readMapping(instance, into: &context)
    case "aws_s3_bucket": readBucket(instance, into: &context)
    case "aws_s3_bucket_notification": readNotification(instance, into: &context)
    case "aws_s3_bucket_logging": readBucketLogging(instance, into: &context)
    case "aws_s3_bucket_replication_configuration": readReplication(instance, into: &context)
    case "aws_sqs_queue": readQueue(instance, into: &context)
    case "aws_sns_topic": readTopic(instance, into: &context)
    case "aws_sns_topic_subscription": readSubscription(instance, into: &context)
    case "aws_dynamodb_table": readTable(instance, into: &context)
    case "aws_dynamodb_kinesis_streaming_destination": readTableStreaming(instance, into: &context)
    case "aws_kinesis_firehose_delivery_stream": readDeliveryStream(instance, into: &context)
    case "aws_cloudwatch_event_rule": readRule(instance, into: &context)
    case "aws_cloudwatch_event_target": readRuleTarget(instance, into: &context)
    case "aws_scheduler_schedule": readSchedule(instance, into: &context)
    case "aws_pipes_pipe": readPipe(instance, into: &context)
    case "aws_sfn_state_machine": readStateMachine(instance, into: &context)
    case "aws_cloudwatch_metric_alarm": readAlarm(instance, into: &context)
    case "aws_appautoscaling_target": readScalingTarget(instance, into: &context)
    default: return false
    }
    return true
  }

  /// The resources that configure a function; false for any other type.
  private func readLambdaSatellite(_ instance: TerraformInstance, into context: inout LoadContext) -> Bool {
    switch instance.type {
    case "aws_lambda_function": break
    case "aws_lambda_alias": readAlias(instance, into: &context)
    case "aws_lambda_permission": readPermission(instance, into: &context)
    case "aws_lambda_function_event_invoke_config": readInvokeConfig(instance, into: &context)
    case "aws_lambda_provisioned_concurrency_config": readProvisionedConcurrency(instance, into: &context)
    case "aws_lambda_function_url": readFunctionURL(instance, into: &context)
    case "aws_lambda_function_recursion_config": readRecursionConfig(instance, into: &context)
    default: return false
    }
    return true
  }
}
