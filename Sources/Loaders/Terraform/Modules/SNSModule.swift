/// What stands in for terraform-aws-modules/sns.
///
/// After its variables.tf and main.tf, 6.2 (2026-06), and the outputs of 3.x.
enum SNSModule {
  static let source = #"""
    variable "create" { default = true }
    variable "create_sns_topic" { default = true }
    variable "create_subscription" { default = true }
    variable "name" { default = null }
    variable "use_name_prefix" { default = false }
    variable "fifo_topic" { default = false }
    variable "kms_master_key_id" { default = null }
    variable "topic_policy" { default = null }
    variable "subscriptions" { default = {} }
    locals {
      base = try(trimsuffix(var.name, ".fifo"), null)
      name = local.base == null || var.use_name_prefix ? null : (var.fifo_topic ? "${local.base}.fifo" : local.base)
    }
    resource "aws_sns_topic" "this" {
      count             = var.create && var.create_sns_topic ? 1 : 0
      name              = local.name
      fifo_topic        = var.fifo_topic ? true : null
      kms_master_key_id = var.kms_master_key_id
      policy            = var.topic_policy
    }
    resource "aws_sns_topic_subscription" "this" {
      for_each             = var.create && var.create_subscription ? var.subscriptions : {}
      topic_arn            = aws_sns_topic.this[0].arn
      protocol             = each.value.protocol
      endpoint             = each.value.endpoint
      filter_policy        = try(each.value.filter_policy, null)
      filter_policy_scope  = try(each.value.filter_policy_scope, null)
      raw_message_delivery = try(each.value.raw_message_delivery, null)
      redrive_policy       = try(each.value.redrive_policy, null)
    }
    output "topic_arn" { value = try(aws_sns_topic.this[0].arn, null) }
    output "topic_id" { value = try(aws_sns_topic.this[0].id, null) }
    output "topic_name" { value = try(aws_sns_topic.this[0].name, null) }
    output "sns_topic_arn" { value = try(aws_sns_topic.this[0].arn, null) }
    output "sns_topic_id" { value = try(aws_sns_topic.this[0].id, null) }
    output "sns_topic_name" { value = try(aws_sns_topic.this[0].name, null) }
    output "this_sns_topic_arn" { value = try(aws_sns_topic.this[0].arn, null) }
    """#
}
