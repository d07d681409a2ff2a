/// What stands in for terraform-aws-modules/lambda.
///
/// After its variables.tf and main.tf, 8.1 (2026-06); policies are inline as since 8.0, whatever the version.
enum LambdaModule {
  static let source = variables + function + policies + triggers + outputs

  private static let variables = #"""
    variable "create" { default = true }
    variable "create_function" { default = true }
    variable "create_layer" { default = false }
    variable "create_role" { default = true }
    variable "create_package" { default = true }
    variable "function_name" { default = null }
    variable "handler" { default = null }
    variable "runtime" { default = null }
    variable "lambda_role" { default = null }
    variable "role_name" { default = null }
    variable "timeout" { default = null }
    variable "memory_size" { default = null }
    variable "package_type" { default = null }
    variable "image_uri" { default = null }
    variable "source_path" { default = null }
    variable "local_existing_package" { default = null }
    variable "s3_existing_package" { default = null }
    variable "architectures" { default = null }
    variable "layers" { default = null }
    variable "publish" { default = null }
    variable "kms_key_arn" { default = null }
    variable "reserved_concurrent_executions" { default = null }
    variable "provisioned_concurrent_executions" { default = -1 }
    variable "ephemeral_storage_size" { default = null }
    variable "environment_variables" { default = {} }
    variable "vpc_subnet_ids" { default = null }
    variable "vpc_security_group_ids" { default = null }
    variable "dead_letter_target_arn" { default = null }
    variable "tracing_mode" { default = null }
    variable "snap_start" { default = false }
    variable "file_system_arn" { default = null }
    variable "file_system_local_mount_path" { default = null }
    variable "logging_log_format" { default = null }
    variable "logging_log_group" { default = null }
    variable "cloudwatch_logs_retention_in_days" { default = null }
    variable "use_existing_cloudwatch_log_group" { default = false }
    variable "recursive_loop" { default = null }
    variable "create_lambda_function_url" { default = false }
    variable "authorization_type" { default = "NONE" }
    variable "create_async_event_config" { default = false }
    variable "maximum_event_age_in_seconds" { default = null }
    variable "maximum_retry_attempts" { default = null }
    variable "destination_on_failure" { default = null }
    variable "destination_on_success" { default = null }
    variable "attach_policy_statements" { default = false }
    variable "policy_statements" { default = {} }
    variable "attach_policy_json" { default = false }
    variable "policy_json" { default = null }
    variable "attach_policy_jsons" { default = false }
    variable "policy_jsons" { default = [] }
    variable "attach_policy" { default = false }
    variable "policy" { default = null }
    variable "attach_policies" { default = false }
    variable "policies" { default = [] }
    variable "attach_dead_letter_policy" { default = false }
    variable "attach_async_event_policy" { default = false }
    variable "attach_network_policy" { default = false }
    variable "attach_cloudwatch_logs_policy" { default = true }
    variable "event_source_mapping" { default = {} }
    variable "allowed_triggers" { default = {} }
    locals { create = var.create && var.create_function && !var.create_layer }

    """#

  private static let function = #"""
    resource "aws_lambda_function" "this" {
      count                          = local.create ? 1 : 0
      function_name                  = var.function_name
      role                           = var.create_role ? aws_iam_role.lambda[0].arn : var.lambda_role
      handler                        = var.handler
      runtime                        = var.runtime
      timeout                        = var.timeout
      memory_size                    = var.memory_size
      package_type                   = var.package_type
      image_uri                      = var.image_uri
      filename                       = var.local_existing_package
      architectures                  = var.architectures
      layers                         = var.layers
      publish                        = var.publish
      kms_key_arn                    = var.kms_key_arn
      reserved_concurrent_executions = var.reserved_concurrent_executions
      dynamic "ephemeral_storage" {
        for_each = var.ephemeral_storage_size == null ? [] : [true]
        content { size = var.ephemeral_storage_size }
      }
      dynamic "environment" {
        for_each = length(keys(var.environment_variables)) == 0 ? [] : [true]
        content { variables = var.environment_variables }
      }
      dynamic "vpc_config" {
        for_each = var.vpc_subnet_ids != null && var.vpc_security_group_ids != null ? [true] : []
        content {
          subnet_ids         = var.vpc_subnet_ids
          security_group_ids = var.vpc_security_group_ids
        }
      }
      dynamic "dead_letter_config" {
        for_each = var.dead_letter_target_arn == null ? [] : [true]
        content { target_arn = var.dead_letter_target_arn }
      }
      dynamic "tracing_config" {
        for_each = var.tracing_mode == null ? [] : [true]
        content { mode = var.tracing_mode }
      }
      dynamic "snap_start" {
        for_each = var.snap_start ? [true] : []
        content { apply_on = "PublishedVersions" }
      }
      dynamic "file_system_config" {
        for_each = var.file_system_arn == null ? [] : [true]
        content {
          arn              = var.file_system_arn
          local_mount_path = var.file_system_local_mount_path
        }
      }
      dynamic "logging_config" {
        for_each = var.logging_log_format == null && var.logging_log_group == null ? [] : [true]
        content {
          log_format = var.logging_log_format
          log_group  = var.logging_log_group
        }
      }
    }
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

  private static let policies = #"""
    resource "aws_iam_role" "lambda" {
      count              = local.create && var.create_role ? 1 : 0
      name               = try(coalesce(var.role_name, var.function_name), null)
      assume_role_policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
      })
    }
    data "aws_iam_policy_document" "additional_inline" {
      count = local.create && var.create_role && var.attach_policy_statements ? 1 : 0
      dynamic "statement" {
        for_each = var.policy_statements
        content {
          sid           = try(statement.value.sid, null)
          effect        = try(statement.value.effect, null)
          actions       = try(statement.value.actions, null)
          not_actions   = try(statement.value.not_actions, null)
          resources     = try(statement.value.resources, null)
          not_resources = try(statement.value.not_resources, null)
          dynamic "condition" {
            for_each = try(statement.value.condition, [])
            content {
              test     = condition.value.test
              variable = condition.value.variable
              values   = condition.value.values
            }
          }
        }
      }
    }
    resource "aws_iam_role_policy" "additional_inline" {
      count  = local.create && var.create_role && var.attach_policy_statements ? 1 : 0
      role   = aws_iam_role.lambda[0].name
      policy = data.aws_iam_policy_document.additional_inline[0].json
    }
    resource "aws_iam_role_policy" "additional_json" {
      count  = local.create && var.create_role && var.attach_policy_json ? 1 : 0
      role   = aws_iam_role.lambda[0].name
      policy = var.policy_json
    }
    resource "aws_iam_role_policy" "additional_jsons" {
      count  = local.create && var.create_role && var.attach_policy_jsons ? length(var.policy_jsons) : 0
      role   = aws_iam_role.lambda[0].name
      policy = var.policy_jsons[count.index]
    }
    resource "aws_iam_role_policy_attachment" "additional_one" {
      count      = local.create && var.create_role && var.attach_policy ? 1 : 0
      role       = aws_iam_role.lambda[0].name
      policy_arn = var.policy
    }
    resource "aws_iam_role_policy_attachment" "additional_many" {
      count      = local.create && var.create_role && var.attach_policies ? length(var.policies) : 0
      role       = aws_iam_role.lambda[0].name
      policy_arn = var.policies[count.index]
    }
    resource "aws_iam_role_policy" "dead_letter" {
      count  = local.create && var.create_role && var.attach_dead_letter_policy ? 1 : 0
      role   = aws_iam_role.lambda[0].name
      policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{
          Effect = "Allow", Action = ["sns:Publish", "sqs:SendMessage"], Resource = [var.dead_letter_target_arn]
        }]
      })
    }
    resource "aws_iam_role_policy" "async" {
      count  = local.create && var.create_role && var.attach_async_event_policy ? 1 : 0
      role   = aws_iam_role.lambda[0].name
      policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{
          Effect   = "Allow"
          Action   = ["sns:Publish", "sqs:SendMessage", "events:PutEvents", "lambda:InvokeFunction"]
          Resource = compact(distinct([var.destination_on_failure, var.destination_on_success]))
        }]
      })
    }
    resource "aws_iam_role_policy_attachment" "vpc" {
      count      = local.create && var.create_role && var.attach_network_policy ? 1 : 0
      role       = aws_iam_role.lambda[0].name
      policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"
    }
    resource "aws_iam_role_policy" "logs" {
      count  = local.create && var.create_role && var.attach_cloudwatch_logs_policy ? 1 : 0
      role   = aws_iam_role.lambda[0].name
      policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = ["${aws_cloudwatch_log_group.lambda[0].arn}:*"]
        }]
      })
    }

    """#

  private static let triggers = #"""
    resource "aws_lambda_event_source_mapping" "this" {
      for_each                           = local.create ? var.event_source_mapping : {}
      function_name                      = aws_lambda_function.this[0].arn
      event_source_arn                   = try(each.value.event_source_arn, null)
      enabled                            = try(each.value.enabled, null)
      batch_size                         = try(each.value.batch_size, null)
      maximum_batching_window_in_seconds = try(each.value.maximum_batching_window_in_seconds, null)
      starting_position                  = try(each.value.starting_position, null)
      parallelization_factor             = try(each.value.parallelization_factor, null)
      maximum_retry_attempts             = try(each.value.maximum_retry_attempts, null)
      maximum_record_age_in_seconds      = try(each.value.maximum_record_age_in_seconds, null)
      bisect_batch_on_function_error     = try(each.value.bisect_batch_on_function_error, null)
      tumbling_window_in_seconds         = try(each.value.tumbling_window_in_seconds, null)
      function_response_types            = try(each.value.function_response_types, null)
      topics                             = try(each.value.topics, null)
      queues                             = try(each.value.queues, null)
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

  private static let outputs = #"""
    output "lambda_function_arn" { value = try(aws_lambda_function.this[0].arn, "") }
    output "lambda_function_invoke_arn" { value = try(aws_lambda_function.this[0].invoke_arn, "") }
    output "lambda_function_name" { value = try(aws_lambda_function.this[0].function_name, "") }
    output "lambda_function_qualified_arn" { value = try(aws_lambda_function.this[0].qualified_arn, "") }
    output "lambda_function_qualified_invoke_arn" { value = try(aws_lambda_function.this[0].qualified_invoke_arn, "") }
    output "lambda_function_arn_static" { value = try(aws_lambda_function.this[0].arn, "") }
    output "lambda_function_version" { value = try(aws_lambda_function.this[0].version, "") }
    output "lambda_function_url" { value = try(aws_lambda_function_url.this[0].function_url, "") }
    output "lambda_role_arn" { value = try(aws_iam_role.lambda[0].arn, "") }
    output "lambda_role_name" { value = try(aws_iam_role.lambda[0].name, "") }
    output "lambda_cloudwatch_log_group_arn" { value = try(aws_cloudwatch_log_group.lambda[0].arn, "") }
    output "lambda_cloudwatch_log_group_name" { value = try(aws_cloudwatch_log_group.lambda[0].name, "") }
    output "this_lambda_function_arn" { value = try(aws_lambda_function.this[0].arn, "") }
    output "this_lambda_function_name" { value = try(aws_lambda_function.this[0].function_name, "") }
    output "this_lambda_function_invoke_arn" { value = try(aws_lambda_function.this[0].invoke_arn, "") }

    """#

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
