resource "aws_lambda_function" "charge" {
  function_name = "charge"
  role          = "arn:aws:iam::123456789012:role/charge"
  handler       = "charge.handler"
  runtime       = "python3.13"
  timeout       = 20

  environment {
    variables = {
      DB_PASSWORD_SECRET_ARN = aws_secretsmanager_secret.db.arn
      API_KEY_SECRET         = aws_secretsmanager_secret.api.name
      STAGE                  = "prod"
    }
  }
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

variable "api_secret" {
  default = "payments-api-4f1b"
}

resource "aws_secretsmanager_secret" "api" {
  name = var.api_secret
}
