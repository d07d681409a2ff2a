variable "db_password" {
  default = "Tr0ub4dor-and-3"
}

resource "aws_lambda_function" "charge" {
  function_name = "charge"
  role          = "arn:aws:iam::123456789012:role/charge"
  handler       = "charge.handler"
  runtime       = "python3.13"
  timeout       = 20

  environment {
    variables = { DB_PASSWORD = var.db_password }
  }
}
