/// What stands in for terraform-aws-modules/vpc and its submodule for endpoints.
///
/// After their variables.tf and main.tf, 6.5 (2026-06).
enum VPCModule {
  static let source = variables + subnets + gateways + outputs

  private static let variables = #"""
    variable "create_vpc" { default = true }
    variable "create_igw" { default = true }
    variable "cidr" { default = null }
    variable "azs" { default = [] }
    variable "public_subnets" { default = [] }
    variable "private_subnets" { default = [] }
    variable "intra_subnets" { default = [] }
    variable "database_subnets" { default = [] }
    variable "create_database_subnet_route_table" { default = false }
    variable "enable_nat_gateway" { default = false }
    variable "single_nat_gateway" { default = false }
    variable "one_nat_gateway_per_az" { default = false }
    variable "enable_ipv6" { default = false }
    locals {
      nat = !var.enable_nat_gateway ? 0 : (
        var.single_nat_gateway ? 1 : (
          var.one_nat_gateway_per_az ? length(var.azs) : max(length(var.private_subnets), 1)))
      tables = var.enable_nat_gateway ? local.nat : (length(var.private_subnets) > 0 ? 1 : 0)
    }
    resource "aws_vpc" "this" {
      count      = var.create_vpc ? 1 : 0
      cidr_block = var.cidr
    }

    """#

  private static let subnets = #"""
    resource "aws_subnet" "public" {
      count                   = var.create_vpc ? length(var.public_subnets) : 0
      vpc_id                  = aws_vpc.this[0].id
      cidr_block              = var.public_subnets[count.index]
    }
    resource "aws_subnet" "private" {
      count      = var.create_vpc ? length(var.private_subnets) : 0
      vpc_id     = aws_vpc.this[0].id
      cidr_block = var.private_subnets[count.index]
    }
    resource "aws_subnet" "intra" {
      count      = var.create_vpc ? length(var.intra_subnets) : 0
      vpc_id     = aws_vpc.this[0].id
      cidr_block = var.intra_subnets[count.index]
    }
    resource "aws_subnet" "database" {
      count      = var.create_vpc ? length(var.database_subnets) : 0
      vpc_id     = aws_vpc.this[0].id
      cidr_block = var.database_subnets[count.index]
    }
    resource "aws_route_table" "public" {
      count  = var.create_vpc && length(var.public_subnets) > 0 ? 1 : 0
      vpc_id = aws_vpc.this[0].id
    }
    resource "aws_route_table" "private" {
      count  = var.create_vpc ? local.tables : 0
      vpc_id = aws_vpc.this[0].id
    }
    resource "aws_route_table" "intra" {
      count  = var.create_vpc && length(var.intra_subnets) > 0 ? 1 : 0
      vpc_id = aws_vpc.this[0].id
    }
    resource "aws_route_table_association" "public" {
      count          = var.create_vpc ? length(var.public_subnets) : 0
      subnet_id      = element(aws_subnet.public[*].id, count.index)
      route_table_id = aws_route_table.public[0].id
    }
    resource "aws_route_table_association" "private" {
      count          = var.create_vpc ? length(var.private_subnets) : 0
      subnet_id      = element(aws_subnet.private[*].id, count.index)
      route_table_id = element(aws_route_table.private[*].id, count.index)
    }
    resource "aws_route_table_association" "intra" {
      count          = var.create_vpc ? length(var.intra_subnets) : 0
      subnet_id      = element(aws_subnet.intra[*].id, count.index)
      route_table_id = aws_route_table.intra[0].id
    }
    resource "aws_route_table_association" "database" {
      count          = var.create_vpc ? length(var.database_subnets) : 0
      subnet_id      = element(aws_subnet.database[*].id, count.index)
      route_table_id = try(element(aws_route_table.private[*].id, count.index), null)
    }
    resource "aws_default_security_group" "this" {
      count  = var.create_vpc ? 1 : 0
      vpc_id = aws_vpc.this[0].id
    }

    """#

  private static let gateways = #"""
    resource "aws_internet_gateway" "this" {
      count  = var.create_vpc && var.create_igw && length(var.public_subnets) > 0 ? 1 : 0
      vpc_id = aws_vpc.this[0].id
    }
    resource "aws_route" "public_internet_gateway" {
      count                  = var.create_vpc && var.create_igw && length(var.public_subnets) > 0 ? 1 : 0
      route_table_id         = aws_route_table.public[0].id
      destination_cidr_block = "0.0.0.0/0"
      gateway_id             = aws_internet_gateway.this[0].id
    }
    resource "aws_eip" "nat" { count = var.create_vpc ? local.nat : 0 }
    resource "aws_nat_gateway" "this" {
      count         = var.create_vpc ? local.nat : 0
      allocation_id = aws_eip.nat[count.index].id
      subnet_id     = element(aws_subnet.public[*].id, count.index)
    }
    resource "aws_route" "private_nat_gateway" {
      count                  = var.create_vpc && var.enable_nat_gateway ? local.nat : 0
      route_table_id         = element(aws_route_table.private[*].id, count.index)
      destination_cidr_block = "0.0.0.0/0"
      nat_gateway_id         = element(aws_nat_gateway.this[*].id, count.index)
    }

    """#

  private static let outputs = #"""
    output "vpc_id" { value = try(aws_vpc.this[0].id, null) }
    output "vpc_arn" { value = try(aws_vpc.this[0].arn, null) }
    output "vpc_cidr_block" { value = var.cidr }
    output "public_subnets" { value = aws_subnet.public[*].id }
    output "private_subnets" { value = aws_subnet.private[*].id }
    output "intra_subnets" { value = aws_subnet.intra[*].id }
    output "database_subnets" { value = aws_subnet.database[*].id }
    output "public_route_table_ids" { value = aws_route_table.public[*].id }
    output "private_route_table_ids" { value = aws_route_table.private[*].id }
    output "intra_route_table_ids" { value = aws_route_table.intra[*].id }
    output "default_security_group_id" { value = try(aws_default_security_group.this[0].id, null) }
    output "natgw_ids" { value = aws_nat_gateway.this[*].id }
    output "igw_id" { value = try(aws_internet_gateway.this[0].id, null) }
    """#

  /// What stands in for `//modules/vpc-endpoints`.
  static let endpoints = #"""
    variable "create" { default = true }
    variable "vpc_id" { default = null }
    variable "endpoints" { default = {} }
    variable "subnet_ids" { default = null }
    variable "security_group_ids" { default = null }
    resource "aws_vpc_endpoint" "this" {
      for_each            = var.create ? var.endpoints : {}
      vpc_id              = var.vpc_id
      service_name        = try(each.value.service_endpoint, "com.amazonaws.region.${each.value.service}")
      vpc_endpoint_type   = try(each.value.service_type, "Interface")
      route_table_ids     = try(each.value.route_table_ids, null)
      subnet_ids          = try(each.value.service_type, "Interface") == "Interface" ? try(each.value.subnet_ids, var.subnet_ids) : null
      security_group_ids  = try(each.value.security_group_ids, var.security_group_ids)
      private_dns_enabled = try(each.value.private_dns_enabled, null)
      policy              = try(each.value.policy, null)
    }
    output "endpoints" { value = aws_vpc_endpoint.this }
    """#
}
