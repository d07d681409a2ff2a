/// What stands in for terraform-aws-modules/s3-bucket and its submodule for notifications.
///
/// After their variables.tf and main.tf, 5.7 (2026-06).
enum S3BucketModule {
  static let source = #"""
    variable "create_bucket" { default = true }
    variable "bucket" { default = null }
    variable "bucket_prefix" { default = null }
    variable "attach_policy" { default = false }
    variable "policy" { default = null }
    variable "logging" { default = {} }
    variable "versioning" { default = {} }
    resource "aws_s3_bucket" "this" {
      count         = var.create_bucket ? 1 : 0
      bucket        = var.bucket
      bucket_prefix = var.bucket_prefix
    }
    resource "aws_s3_bucket_logging" "this" {
      count         = var.create_bucket && length(keys(var.logging)) > 0 ? 1 : 0
      bucket        = aws_s3_bucket.this[0].id
      target_bucket = try(var.logging.target_bucket, null)
      target_prefix = try(var.logging.target_prefix, null)
    }
    resource "aws_s3_bucket_policy" "this" {
      count  = var.create_bucket && var.attach_policy ? 1 : 0
      bucket = aws_s3_bucket.this[0].id
      policy = var.policy
    }
    output "s3_bucket_id" { value = try(aws_s3_bucket.this[0].id, "") }
    output "s3_bucket_arn" { value = try(aws_s3_bucket.this[0].arn, "") }
    output "s3_bucket_bucket_domain_name" { value = try(aws_s3_bucket.this[0].bucket_domain_name, "") }
    output "s3_bucket_bucket_regional_domain_name" {
      value = try(aws_s3_bucket.this[0].bucket_regional_domain_name, "")
    }
    output "this_s3_bucket_id" { value = try(aws_s3_bucket.this[0].id, "") }
    output "this_s3_bucket_arn" { value = try(aws_s3_bucket.this[0].arn, "") }
    """#

  /// What stands in for `//modules/notification`.
  static let notification = #"""
    variable "create" { default = true }
    variable "create_lambda_permission" { default = true }
    variable "bucket" { default = null }
    variable "bucket_arn" { default = null }
    variable "eventbridge" { default = null }
    variable "lambda_notifications" { default = {} }
    variable "sqs_notifications" { default = {} }
    variable "sns_notifications" { default = {} }
    locals { bucket_arn = try(coalesce(var.bucket_arn, "arn:aws:s3:::${var.bucket}"), null) }
    resource "aws_s3_bucket_notification" "this" {
      count       = var.create ? 1 : 0
      bucket      = var.bucket
      eventbridge = var.eventbridge
      dynamic "lambda_function" {
        for_each = var.lambda_notifications
        content {
          id                  = try(lambda_function.value.id, lambda_function.key)
          lambda_function_arn = try(lambda_function.value.function_arn, null)
          events              = try(lambda_function.value.events, null)
          filter_prefix       = try(lambda_function.value.filter_prefix, null)
          filter_suffix       = try(lambda_function.value.filter_suffix, null)
        }
      }
      dynamic "queue" {
        for_each = var.sqs_notifications
        content {
          id            = try(queue.value.id, queue.key)
          queue_arn     = try(queue.value.queue_arn, null)
          events        = try(queue.value.events, null)
          filter_prefix = try(queue.value.filter_prefix, null)
          filter_suffix = try(queue.value.filter_suffix, null)
        }
      }
      dynamic "topic" {
        for_each = var.sns_notifications
        content {
          id            = try(topic.value.id, topic.key)
          topic_arn     = try(topic.value.topic_arn, null)
          events        = try(topic.value.events, null)
          filter_prefix = try(topic.value.filter_prefix, null)
          filter_suffix = try(topic.value.filter_suffix, null)
        }
      }
    }
    resource "aws_lambda_permission" "allow" {
      for_each      = var.create && var.create_lambda_permission ? var.lambda_notifications : {}
      action        = "lambda:InvokeFunction"
      function_name = try(each.value.function_name, each.value.function_arn)
      qualifier     = try(each.value.qualifier, null)
      principal     = "s3.amazonaws.com"
      source_arn    = local.bucket_arn
    }
    output "s3_bucket_notification_id" { value = try(aws_s3_bucket_notification.this[0].id, "") }
    """#
}
