/// What stands in for terraform-aws-modules/eventbridge.
///
/// After its variables.tf and main.tf, 4.2 (2026-06).
enum EventBridgeModule {
  static let source = variables + rules + others

  private static let variables = #"""
    variable "create" { default = true }
    variable "create_bus" { default = true }
    variable "create_rules" { default = true }
    variable "create_targets" { default = true }
    variable "create_pipes" { default = true }
    variable "create_schedules" { default = true }
    variable "create_role" { default = true }
    variable "create_permissions" { default = true }
    variable "append_rule_postfix" { default = true }
    variable "append_schedule_postfix" { default = true }
    variable "append_pipe_postfix" { default = true }
    variable "bus_name" { default = "default" }
    variable "role_name" { default = null }
    variable "rules" { default = {} }
    variable "targets" { default = {} }
    variable "schedules" { default = {} }
    variable "pipes" { default = {} }
    variable "archives" { default = {} }
    variable "attach_policy_json" { default = false }
    variable "policy_json" { default = null }
    locals {
      bus = var.create_bus ? aws_cloudwatch_event_bus.this[0].name : var.bus_name
      targets = flatten([
        for rule, targets in var.targets : [
          for target in flatten([targets]) : { rule = rule, target = target, name = try(target.name, rule) }
        ]
      ])
    }
    resource "aws_cloudwatch_event_bus" "this" {
      count = var.create && var.create_bus ? 1 : 0
      name  = var.bus_name
    }

    """#

  private static let rules = #"""
    resource "aws_cloudwatch_event_rule" "this" {
      for_each            = var.create && var.create_rules ? var.rules : {}
      name                = var.append_rule_postfix ? "${replace(each.key, "_", "-")}-rule" : each.key
      event_bus_name      = local.bus
      event_pattern       = try(each.value.event_pattern, null)
      schedule_expression = try(each.value.schedule_expression, null)
      state               = try(each.value.enabled, true) ? try(each.value.state, null) : "DISABLED"
      role_arn            = try(each.value.role_arn, null)
    }
    resource "aws_cloudwatch_event_target" "this" {
      for_each       = var.create && var.create_targets ? { for t in local.targets : t.name => t } : {}
      event_bus_name = local.bus
      rule           = try(aws_cloudwatch_event_rule.this[each.value.rule].name, each.value.rule)
      arn            = each.value.target.arn
      target_id      = each.key
      role_arn       = try(each.value.target.role_arn, null)
      input          = try(each.value.target.input, null)
      input_path     = try(each.value.target.input_path, null)
      dynamic "dead_letter_config" {
        for_each = try(each.value.target.dead_letter_arn, null) != null ? [true] : []
        content { arn = each.value.target.dead_letter_arn }
      }
      dynamic "retry_policy" {
        for_each = try([each.value.target.retry_policy], [])
        content {
          maximum_event_age_in_seconds = try(retry_policy.value.maximum_event_age_in_seconds, null)
          maximum_retry_attempts       = try(retry_policy.value.maximum_retry_attempts, null)
        }
      }
      dynamic "sqs_target" {
        for_each = try(each.value.target.message_group_id, null) != null ? [true] : []
        content { message_group_id = each.value.target.message_group_id }
      }
    }

    """#

  private static let others = #"""
    resource "aws_scheduler_schedule" "this" {
      for_each            = var.create && var.create_schedules ? var.schedules : {}
      name                = var.append_schedule_postfix ? "${replace(each.key, "_", "-")}-schedule" : each.key
      schedule_expression = try(each.value.schedule_expression, null)
      state               = try(each.value.enabled, true) ? try(each.value.state, null) : "DISABLED"
      target {
        arn      = each.value.arn
        role_arn = try(each.value.role_arn, null)
        input    = try(each.value.input, null)
        dynamic "dead_letter_config" {
          for_each = try(each.value.dead_letter_arn, null) != null ? [true] : []
          content { arn = each.value.dead_letter_arn }
        }
      }
    }
    resource "aws_pipes_pipe" "this" {
      for_each      = var.create && var.create_pipes ? var.pipes : {}
      name          = var.append_pipe_postfix ? "${replace(each.key, "_", "-")}-pipe" : each.key
      role_arn      = try(each.value.role_arn, null)
      source        = each.value.source
      target        = each.value.target
      enrichment    = try(each.value.enrichment, null)
      desired_state = try(each.value.desired_state, null)
      dynamic "source_parameters" {
        for_each = try([each.value.source_parameters], [])
        content {
          dynamic "filter_criteria" {
            for_each = try([source_parameters.value.filter_criteria], [])
            content {
              dynamic "filter" {
                for_each = flatten([filter_criteria.value])
                content { pattern = try(filter.value.pattern, null) }
              }
            }
          }
        }
      }
    }
    resource "aws_cloudwatch_event_archive" "this" {
      for_each         = var.create ? var.archives : {}
      name             = each.key
      event_source_arn = try(each.value.event_source_arn, aws_cloudwatch_event_bus.this[0].arn)
      event_pattern    = try(each.value.event_pattern, null)
    }
    output "eventbridge_bus_name" { value = local.bus }
    output "eventbridge_bus_arn" { value = try(aws_cloudwatch_event_bus.this[0].arn, "") }
    output "eventbridge_bus" { value = try(aws_cloudwatch_event_bus.this[0], {}) }
    output "eventbridge_rule_ids" { value = { for k, v in aws_cloudwatch_event_rule.this : k => v.id } }
    output "eventbridge_rule_arns" { value = { for k, v in aws_cloudwatch_event_rule.this : k => v.arn } }
    output "eventbridge_rules" { value = aws_cloudwatch_event_rule.this }
    output "eventbridge_pipe_arns" { value = { for k, v in aws_pipes_pipe.this : k => v.arn } }
    output "eventbridge_schedule_arns" { value = { for k, v in aws_scheduler_schedule.this : k => v.arn } }
    """#
}
