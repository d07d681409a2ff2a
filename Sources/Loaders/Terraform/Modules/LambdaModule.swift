/// What stands in for terraform-aws-modules/lambda.
///
/// After its variables.tf and main.tf, 8.1 (2026-06); policies are inline as since 8.0, whatever the version.
enum LambdaModule {
  static let source = variables + function + policies + triggers + outputs

  private static let variables =
    StandIn.variables(
      """
      function_name handler runtime lambda_role role_name timeout memory_size package_type image_uri source_path
      local_existing_package s3_existing_package architectures layers publish kms_key_arn
      reserved_concurrent_executions ephemeral_storage_size vpc_subnet_ids vpc_security_group_ids
      dead_letter_target_arn tracing_mode file_system_arn file_system_local_mount_path logging_log_format
      logging_log_group cloudwatch_logs_retention_in_days recursive_loop maximum_event_age_in_seconds
      maximum_retry_attempts destination_on_failure destination_on_success policy_json policy
      """)
    + StandIn.variables([
      ("create", "true"),
      ("create_function", "true"),
      ("create_layer", "false"),
      ("create_role", "true"),
      ("create_package", "true"),
      ("provisioned_concurrent_executions", "-1"),
      ("environment_variables", "{}"),
      ("snap_start", "false"),
      ("use_existing_cloudwatch_log_group", "false"),
      ("create_lambda_function_url", "false"),
      ("authorization_type", #""NONE""#),
      ("create_async_event_config", "false"),
      ("attach_policy_statements", "false"),
      ("policy_statements", "{}"),
      ("attach_policy_json", "false"),
      ("attach_policy_jsons", "false"),
      ("policy_jsons", "[]"),
      ("attach_policy", "false"),
      ("attach_policies", "false"),
      ("policies", "[]"),
      ("attach_dead_letter_policy", "false"),
      ("attach_async_event_policy", "false"),
      ("attach_network_policy", "false"),
      ("attach_cloudwatch_logs_policy", "true"),
      ("event_source_mapping", "{}"),
      ("allowed_triggers", "{}"),
    ])
    + "locals { create = var.create && var.create_function && !var.create_layer }\n"

  private static let function =
    #"""
    resource "aws_lambda_function" "this" {
      count    = local.create ? 1 : 0
      role     = var.create_role ? aws_iam_role.lambda[0].arn : var.lambda_role
      filename = var.local_existing_package

    """#
    + StandIn.arguments(
      """
      function_name handler runtime timeout memory_size package_type image_uri architectures layers publish kms_key_arn
      reserved_concurrent_executions
      """)
    + blocks + "}\n" + satellites

  private static let blocks =
    StandIn.block("ephemeral_storage", ifSet: "ephemeral_storage_size", [("size", "var.ephemeral_storage_size")])
    + StandIn.block(
      "environment", if: "length(keys(var.environment_variables)) > 0", [("variables", "var.environment_variables")])
    + StandIn.block(
      "vpc_config", if: "var.vpc_subnet_ids != null && var.vpc_security_group_ids != null",
      [("subnet_ids", "var.vpc_subnet_ids"), ("security_group_ids", "var.vpc_security_group_ids")])
    + StandIn.block(
      "dead_letter_config", ifSet: "dead_letter_target_arn", [("target_arn", "var.dead_letter_target_arn")])
    + StandIn.block("tracing_config", ifSet: "tracing_mode", [("mode", "var.tracing_mode")])
    + StandIn.block("snap_start", if: "var.snap_start", [("apply_on", #""PublishedVersions""#)])
    + StandIn.block(
      "file_system_config", ifSet: "file_system_arn",
      [("arn", "var.file_system_arn"), ("local_mount_path", "var.file_system_local_mount_path")])
    + StandIn.block(
      "logging_config", if: "var.logging_log_format != null || var.logging_log_group != null",
      [("log_format", "var.logging_log_format"), ("log_group", "var.logging_log_group")])

  private static let satellites = #"""
    resource "aws_cloudwatch_log_group" "lambda" {
      count             = local.create && !var.use_existing_cloudwatch_log_group ? 1 : 0
      name              = "/aws/lambda/${var.function_name}"
      retention_in_days = var.cloudwatch_logs_retention_in_days
    }
    resource "aws_lambda_function_recursion_config" "this" {
      count          = local.create && var.recursive_loop == "Allow" ? 1 : 0
      function_name  = aws_lambda_function.this[0].function_name
      recursive_loop = var.recursive_loop
    }
    resource "aws_lambda_provisioned_concurrency_config" "current_version" {
      count                             = local.create && var.provisioned_concurrent_executions > -1 ? 1 : 0
      function_name                     = aws_lambda_function.this[0].function_name
      qualifier                         = aws_lambda_function.this[0].version
      provisioned_concurrent_executions = var.provisioned_concurrent_executions
    }
    resource "aws_lambda_function_url" "this" {
      count              = local.create && var.create_lambda_function_url ? 1 : 0
      function_name      = aws_lambda_function.this[0].function_name
      authorization_type = var.authorization_type
    }
    resource "aws_lambda_function_event_invoke_config" "this" {
      for_each                     = local.create && var.create_async_event_config ? toset(["current_version"]) : []
      function_name                = aws_lambda_function.this[0].function_name
      maximum_event_age_in_seconds = var.maximum_event_age_in_seconds
      maximum_retry_attempts       = var.maximum_retry_attempts
      dynamic "destination_config" {
        for_each = var.destination_on_failure != null || var.destination_on_success != null ? [true] : []
        content {
          dynamic "on_failure" {
            for_each = var.destination_on_failure != null ? [true] : []
            content { destination = var.destination_on_failure }
          }
          dynamic "on_success" {
            for_each = var.destination_on_success != null ? [true] : []
            content { destination = var.destination_on_success }
          }
        }
      }
    }

    """#

  private static let triggers = #"""
    resource "aws_lambda_event_source_mapping" "this" {
      for_each      = local.create ? var.event_source_mapping : {}
      function_name = aws_lambda_function.this[0].arn

    """#
    + StandIn.entries(
      """
      event_source_arn enabled batch_size maximum_batching_window_in_seconds starting_position parallelization_factor
      maximum_retry_attempts maximum_record_age_in_seconds bisect_batch_on_function_error tumbling_window_in_seconds
      function_response_types topics queues
      """)
      + #"""
        dynamic "destination_config" {
          for_each = try(each.value.destination_arn_on_failure, null) != null ? [true] : []
          content {
            on_failure { destination_arn = each.value.destination_arn_on_failure }
          }
        }
        dynamic "scaling_config" {
          for_each = try([each.value.scaling_config], [])
          content { maximum_concurrency = try(scaling_config.value.maximum_concurrency, null) }
        }
        dynamic "filter_criteria" {
          for_each = try([each.value.filter_criteria], [])
          content {
            dynamic "filter" {
              for_each = flatten([filter_criteria.value])
              content { pattern = try(filter.value.pattern, null) }
            }
          }
        }
      }
      resource "aws_lambda_permission" "unqualified_alias_triggers" {
        for_each      = local.create ? var.allowed_triggers : {}
        function_name = aws_lambda_function.this[0].function_name
        statement_id  = try(each.value.statement_id, each.key)
        action        = try(each.value.action, "lambda:InvokeFunction")
        principal     = try(each.value.principal, format("%s.amazonaws.com", each.value.service))
        source_arn    = try(each.value.source_arn, null)
        source_account = try(each.value.source_account, null)
      }

      """#

  private static let outputs = StandIn.outputs([
    ("lambda_function_arn", "aws_lambda_function.this[0].arn"),
    ("lambda_function_invoke_arn", "aws_lambda_function.this[0].invoke_arn"),
    ("lambda_function_name", "aws_lambda_function.this[0].function_name"),
    ("lambda_function_qualified_arn", "aws_lambda_function.this[0].qualified_arn"),
    ("lambda_function_qualified_invoke_arn", "aws_lambda_function.this[0].qualified_invoke_arn"),
    ("lambda_function_arn_static", "aws_lambda_function.this[0].arn"),
    ("lambda_function_version", "aws_lambda_function.this[0].version"),
    ("lambda_function_url", "aws_lambda_function_url.this[0].function_url"),
    ("lambda_role_arn", "aws_iam_role.lambda[0].arn"),
    ("lambda_role_name", "aws_iam_role.lambda[0].name"),
    ("lambda_cloudwatch_log_group_arn", "aws_cloudwatch_log_group.lambda[0].arn"),
    ("lambda_cloudwatch_log_group_name", "aws_cloudwatch_log_group.lambda[0].name"),
    ("this_lambda_function_arn", "aws_lambda_function.this[0].arn"),
    ("this_lambda_function_name", "aws_lambda_function.this[0].function_name"),
    ("this_lambda_function_invoke_arn", "aws_lambda_function.this[0].invoke_arn"),
  ])

  /// What stands in for its submodule `alias`.
  static let alias = #"""
    variable "name" { default = null }
    variable "function_name" { default = null }
    variable "function_version" { default = null }
    variable "event_source_mapping" { default = {} }
    variable "allowed_triggers" { default = {} }
    resource "aws_lambda_alias" "with_refresh" {
      count            = 1
      name             = var.name
      function_name    = var.function_name
      function_version = var.function_version
    }
    output "lambda_alias_name" { value = aws_lambda_alias.with_refresh[0].name }
    output "lambda_alias_arn" { value = aws_lambda_alias.with_refresh[0].arn }
    output "lambda_alias_invoke_arn" { value = aws_lambda_alias.with_refresh[0].invoke_arn }
    locals { create = true }

    """# + triggers.replacing("aws_lambda_function.this[0].arn", with: "aws_lambda_alias.with_refresh[0].arn")
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    HCLFunctionCall.split(self, on: part).joined(separator: other)
  }
}
