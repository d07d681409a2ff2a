/// What stands in for terraform-aws-modules/sqs.
///
/// After its variables.tf and main.tf, 5.0 (2026-06), and the outputs of 3.x.
enum SQSModule {
  static let source = #"""
    variable "create" { default = true }
    variable "create_dlq" { default = false }
    variable "name" { default = null }
    variable "use_name_prefix" { default = false }
    variable "fifo_queue" { default = false }
    variable "content_based_deduplication" { default = null }
    variable "visibility_timeout_seconds" { default = null }
    variable "message_retention_seconds" { default = null }
    variable "delay_seconds" { default = null }
    variable "receive_wait_time_seconds" { default = null }
    variable "kms_master_key_id" { default = null }
    variable "redrive_policy" { default = {} }
    variable "dlq_name" { default = null }
    variable "dlq_visibility_timeout_seconds" { default = null }
    variable "dlq_message_retention_seconds" { default = null }
    variable "create_queue_policy" { default = false }
    variable "queue_policy_statements" { default = {} }
    variable "policy" { default = null }
    locals {
      base = try(trimsuffix(var.name, ".fifo"), null)
      name = local.base == null || var.use_name_prefix ? null : (var.fifo_queue ? "${local.base}.fifo" : local.base)
      dlq  = try(coalesce(var.dlq_name, local.base == null ? null : "${local.base}-dlq"), null)
    }
    resource "aws_sqs_queue" "this" {
      count                       = var.create ? 1 : 0
      name                        = local.name
      fifo_queue                  = var.fifo_queue ? true : null
      content_based_deduplication = var.content_based_deduplication
      visibility_timeout_seconds  = var.visibility_timeout_seconds
      message_retention_seconds   = var.message_retention_seconds
      delay_seconds               = var.delay_seconds
      receive_wait_time_seconds   = var.receive_wait_time_seconds
      kms_master_key_id           = var.kms_master_key_id
      policy                      = var.policy
    }
    resource "aws_sqs_queue" "dlq" {
      count                      = var.create && var.create_dlq ? 1 : 0
      name                       = local.dlq == null ? null : (var.fifo_queue ? "${trimsuffix(local.dlq, ".fifo")}.fifo" : local.dlq)
      fifo_queue                 = var.fifo_queue ? true : null
      visibility_timeout_seconds = try(coalesce(var.dlq_visibility_timeout_seconds, var.visibility_timeout_seconds), null)
      message_retention_seconds  = try(coalesce(var.dlq_message_retention_seconds, var.message_retention_seconds), null)
    }
    resource "aws_sqs_queue_redrive_policy" "this" {
      count     = var.create && !var.create_dlq && length(var.redrive_policy) > 0 ? 1 : 0
      queue_url = aws_sqs_queue.this[0].url
      redrive_policy = jsonencode(var.redrive_policy)
    }
    resource "aws_sqs_queue_redrive_policy" "dlq" {
      count          = var.create && var.create_dlq ? 1 : 0
      queue_url      = aws_sqs_queue.this[0].url
      redrive_policy = jsonencode(
        merge({ deadLetterTargetArn = aws_sqs_queue.dlq[0].arn, maxReceiveCount = 5 }, var.redrive_policy))
    }
    data "aws_iam_policy_document" "this" {
      count = var.create && var.create_queue_policy ? 1 : 0
      dynamic "statement" {
        for_each = var.queue_policy_statements
        content {
          sid       = try(statement.value.sid, null)
          effect    = try(statement.value.effect, null)
          actions   = try(statement.value.actions, null)
          resources = try(statement.value.resources, [aws_sqs_queue.this[0].arn])
          dynamic "principals" {
            for_each = try(statement.value.principals, [])
            content {
              type        = principals.value.type
              identifiers = principals.value.identifiers
            }
          }
          dynamic "condition" {
            for_each = try(statement.value.condition, statement.value.conditions, [])
            content {
              test     = condition.value.test
              variable = condition.value.variable
              values   = condition.value.values
            }
          }
        }
      }
    }
    resource "aws_sqs_queue_policy" "this" {
      count     = var.create && var.create_queue_policy ? 1 : 0
      queue_url = aws_sqs_queue.this[0].url
      policy    = data.aws_iam_policy_document.this[0].json
    }
    output "queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
    output "queue_arn_static" { value = try(aws_sqs_queue.this[0].arn, null) }
    output "queue_id" { value = try(aws_sqs_queue.this[0].id, null) }
    output "queue_url" { value = try(aws_sqs_queue.this[0].url, null) }
    output "queue_name" { value = try(aws_sqs_queue.this[0].name, null) }
    output "dead_letter_queue_arn" { value = try(aws_sqs_queue.dlq[0].arn, null) }
    output "dead_letter_queue_id" { value = try(aws_sqs_queue.dlq[0].id, null) }
    output "dead_letter_queue_url" { value = try(aws_sqs_queue.dlq[0].url, null) }
    output "dead_letter_queue_name" { value = try(aws_sqs_queue.dlq[0].name, null) }
    output "sqs_queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
    output "sqs_queue_id" { value = try(aws_sqs_queue.this[0].id, null) }
    output "sqs_queue_name" { value = try(aws_sqs_queue.this[0].name, null) }
    output "this_sqs_queue_arn" { value = try(aws_sqs_queue.this[0].arn, null) }
    output "this_sqs_queue_id" { value = try(aws_sqs_queue.this[0].id, null) }
    """#
}
