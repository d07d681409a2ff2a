/// What stands in for terraform-aws-modules/apigateway-v2.
///
/// After its variables.tf and main.tf: `routes` of 5.x and `integrations` of 4.x and before.
enum APIGatewayModule {
  static let source = #"""
    variable "create" { default = true }
    variable "create_routes_and_integrations" { default = true }
    variable "create_stage" { default = true }
    variable "name" { default = "" }
    variable "protocol_type" { default = "HTTP" }
    variable "body" { default = null }
    variable "routes" { default = {} }
    variable "integrations" { default = {} }
    variable "stage_name" { default = "$default" }
    locals {
      routes = merge(
        { for k, v in var.routes : k => {
          uri     = try(v.integration.uri, null)
          type    = try(v.integration.type, "AWS_PROXY")
          subtype = try(v.integration.subtype, null)
          timeout = try(v.integration.timeout_milliseconds, null)
          role    = try(v.integration.credentials_arn, null)
          inputs  = try(v.integration.request_parameters, null)
          auth    = try(v.authorization_type, null)
        } },
        { for k, v in var.integrations : k => {
          uri     = try(v.lambda_arn, v.integration_uri, null)
          type    = try(v.integration_type, "AWS_PROXY")
          subtype = try(v.integration_subtype, null)
          timeout = try(v.timeout_milliseconds, null)
          role    = try(v.credentials_arn, null)
          inputs  = try(v.request_parameters, null)
          auth    = try(v.authorization_type, null)
        } })
    }
    resource "aws_apigatewayv2_api" "this" {
      count         = var.create ? 1 : 0
      name          = var.name
      protocol_type = var.protocol_type
      body          = var.body
    }
    resource "aws_apigatewayv2_integration" "this" {
      for_each             = var.create && var.create_routes_and_integrations ? local.routes : {}
      api_id               = aws_apigatewayv2_api.this[0].id
      integration_uri      = each.value.uri
      integration_type     = each.value.type
      integration_subtype  = each.value.subtype
      timeout_milliseconds = each.value.timeout
      credentials_arn      = each.value.role
      request_parameters   = each.value.inputs
    }
    resource "aws_apigatewayv2_route" "this" {
      for_each           = var.create && var.create_routes_and_integrations ? local.routes : {}
      api_id             = aws_apigatewayv2_api.this[0].id
      route_key          = each.key
      authorization_type = each.value.auth
      target             = "integrations/${aws_apigatewayv2_integration.this[each.key].id}"
    }
    resource "aws_apigatewayv2_stage" "this" {
      count  = var.create && var.create_stage ? 1 : 0
      api_id = aws_apigatewayv2_api.this[0].id
      name   = var.stage_name
    }
    output "api_id" { value = try(aws_apigatewayv2_api.this[0].id, null) }
    output "api_arn" { value = try(aws_apigatewayv2_api.this[0].arn, null) }
    output "api_endpoint" { value = try(aws_apigatewayv2_api.this[0].api_endpoint, null) }
    output "api_execution_arn" { value = try(aws_apigatewayv2_api.this[0].execution_arn, null) }
    output "stage_id" { value = try(aws_apigatewayv2_stage.this[0].id, null) }
    output "apigatewayv2_api_id" { value = try(aws_apigatewayv2_api.this[0].id, null) }
    output "apigatewayv2_api_api_endpoint" { value = try(aws_apigatewayv2_api.this[0].api_endpoint, null) }
    output "apigatewayv2_api_execution_arn" { value = try(aws_apigatewayv2_api.this[0].execution_arn, null) }
    """#
}
