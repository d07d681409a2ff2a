variable "name" {}
variable "timeout" {}
variable "queue_arn" {}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "this" {
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = var.queue_arn }]
  })
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "consumer.zip"
  timeout       = var.timeout
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each         = toset(["queue"])
  event_source_arn = var.queue_arn
  function_name    = aws_lambda_function.this.arn
}
