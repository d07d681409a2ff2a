/// What stands in for terraform-aws-modules/dynamodb-table.
///
/// After its variables.tf and main.tf, 5.0 (2026-06).
enum DynamoDBTableModule {
  static let source = #"""
    variable "create_table" { default = true }
    variable "name" { default = null }
    variable "hash_key" { default = null }
    variable "range_key" { default = null }
    variable "billing_mode" { default = "PAY_PER_REQUEST" }
    variable "stream_enabled" { default = false }
    variable "stream_view_type" { default = null }
    variable "ttl_enabled" { default = false }
    variable "ttl_attribute_name" { default = null }
    resource "aws_dynamodb_table" "this" {
      count            = var.create_table ? 1 : 0
      name             = var.name
      billing_mode     = var.billing_mode
      hash_key         = var.hash_key
      range_key        = var.range_key
      stream_enabled   = var.stream_enabled
      stream_view_type = var.stream_view_type
      dynamic "ttl" {
        for_each = var.ttl_enabled ? [true] : []
        content {
          enabled        = var.ttl_enabled
          attribute_name = var.ttl_attribute_name
        }
      }
    }
    output "dynamodb_table_arn" { value = try(aws_dynamodb_table.this[0].arn, "") }
    output "dynamodb_table_id" { value = try(aws_dynamodb_table.this[0].id, "") }
    output "dynamodb_table_stream_arn" { value = var.stream_enabled ? try(aws_dynamodb_table.this[0].stream_arn, "") : null }
    output "dynamodb_table_stream_label" { value = try(aws_dynamodb_table.this[0].stream_label, "") }
    output "this_dynamodb_table_arn" { value = try(aws_dynamodb_table.this[0].arn, "") }
    """#
}
