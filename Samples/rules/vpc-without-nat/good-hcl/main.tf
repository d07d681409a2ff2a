locals {
  cidrs = { public = "10.0.0.0/24", private = "10.0.1.0/24" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "each" {
  for_each   = local.cidrs
  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_route_table" "each" {
  for_each = local.cidrs
  vpc_id   = aws_vpc.main.id
}

resource "aws_route_table_association" "each" {
  for_each       = local.cidrs
  subnet_id      = aws_subnet.each[each.key].id
  route_table_id = aws_route_table.each[each.key].id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.each["public"].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_iam_role" "charge" {
  name               = "charge"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "charge" {
  role   = aws_iam_role.charge.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_lambda_function" "charge" {
  function_name = "charge"
  role          = aws_iam_role.charge.arn
  handler       = "charge.handler"
  runtime       = "python3.13"
  timeout       = 20

  vpc_config {
    subnet_ids         = [for name in ["private"] : aws_subnet.each[name].id]
    security_group_ids = []
  }
}

resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.each["public"].id
}

resource "aws_route" "private" {
  route_table_id         = aws_route_table.each["private"].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}
