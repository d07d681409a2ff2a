resource "aws_lambda_function" "notify" {
  function_name = "notify"
  role          = "arn:aws:iam::123456789012:role/notify"
  handler       = "notify.handler"
  runtime       = "python3.13"
  timeout       = 30
}

resource "aws_sns_topic" "uploads" {}

resource "aws_sns_topic_subscription" "notify" {
  topic_arn = aws_sns_topic.uploads.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.notify.arn
}
