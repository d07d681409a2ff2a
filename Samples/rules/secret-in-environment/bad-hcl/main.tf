resource "aws_lambda_function" "charge" {
  function_name = "charge"
  role          = "arn:aws:iam::123456789012:role/charge"
  handler       = "charge.handler"
  runtime       = "python3.13"
  timeout       = 20

  environment {
    variables = merge(local.common, { DB_PASSWORD = "Tr0ub4dor-and-3" })
  }
}

locals {
  common = { STAGE = "prod" }
}
