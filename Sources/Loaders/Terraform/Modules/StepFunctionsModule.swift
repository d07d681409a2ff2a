/// What stands in for terraform-aws-modules/step-functions.
///
/// After its variables.tf and main.tf, 5.0 (2026-06); of `service_integrations` those that can cause events.
enum StepFunctionsModule {
  static let source = #"""
    variable "create" { default = true }
    variable "create_role" { default = true }
    variable "name" { default = null }
    variable "type" { default = null }
    variable "definition" { default = null }
    variable "role_arn" { default = null }
    variable "role_name" { default = null }
    variable "attach_policy_statements" { default = false }
    variable "policy_statements" { default = {} }
    variable "attach_policy_json" { default = false }
    variable "policy_json" { default = null }
    variable "attach_policy" { default = false }
    variable "policy" { default = null }
    variable "attach_policies" { default = false }
    variable "policies" { default = [] }
    variable "service_integrations" { default = {} }
    locals {
      actions = {
        lambda        = ["lambda:InvokeFunction"]
        sqs           = ["sqs:SendMessage"]
        sns           = ["sns:Publish"]
        dynamodb      = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]
        eventbridge   = ["events:PutEvents"]
        stepfunction  = ["states:StartExecution"]
      }
      integrations = flatten([
        for service, kinds in var.service_integrations : [
          for kind, resources in try(values(kinds), []) : {
            service   = service
            resources = resources
          }
        ] if contains(keys(local.actions), service)
      ])
    }
    resource "aws_sfn_state_machine" "this" {
      count      = var.create ? 1 : 0
      name       = var.name
      type       = var.type
      definition = var.definition
      role_arn   = var.create_role ? aws_iam_role.this[0].arn : var.role_arn
    }
    resource "aws_iam_role" "this" {
      count = var.create && var.create_role ? 1 : 0
      name  = try(coalesce(var.role_name, var.name), null)
    }
    data "aws_iam_policy_document" "service" {
      count = var.create && var.create_role && length(local.integrations) > 0 ? 1 : 0
      dynamic "statement" {
        for_each = local.integrations
        content {
          actions   = local.actions[statement.value.service]
          resources = flatten([statement.value.resources])
        }
      }
    }
    resource "aws_iam_role_policy" "service" {
      count  = var.create && var.create_role && length(local.integrations) > 0 ? 1 : 0
      role   = aws_iam_role.this[0].name
      policy = data.aws_iam_policy_document.service[0].json
    }
    data "aws_iam_policy_document" "additional_inline" {
      count = var.create && var.create_role && var.attach_policy_statements ? 1 : 0
      dynamic "statement" {
        for_each = var.policy_statements
        content {
          sid       = try(statement.value.sid, null)
          effect    = try(statement.value.effect, null)
          actions   = try(statement.value.actions, null)
          resources = try(statement.value.resources, null)
        }
      }
    }
    resource "aws_iam_role_policy" "additional_inline" {
      count  = var.create && var.create_role && var.attach_policy_statements ? 1 : 0
      role   = aws_iam_role.this[0].name
      policy = data.aws_iam_policy_document.additional_inline[0].json
    }
    resource "aws_iam_role_policy" "additional_json" {
      count  = var.create && var.create_role && var.attach_policy_json ? 1 : 0
      role   = aws_iam_role.this[0].name
      policy = var.policy_json
    }
    resource "aws_iam_role_policy_attachment" "additional_one" {
      count      = var.create && var.create_role && var.attach_policy ? 1 : 0
      role       = aws_iam_role.this[0].name
      policy_arn = var.policy
    }
    resource "aws_iam_role_policy_attachment" "additional_many" {
      count      = var.create && var.create_role && var.attach_policies ? length(var.policies) : 0
      role       = aws_iam_role.this[0].name
      policy_arn = var.policies[count.index]
    }
    output "state_machine_arn" { value = try(aws_sfn_state_machine.this[0].arn, "") }
    output "state_machine_id" { value = try(aws_sfn_state_machine.this[0].id, "") }
    output "state_machine_name" { value = try(aws_sfn_state_machine.this[0].name, "") }
    output "role_arn" { value = try(aws_iam_role.this[0].arn, "") }
    output "role_name" { value = try(aws_iam_role.this[0].name, "") }
    """#
}
