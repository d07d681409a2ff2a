locals {
  trust = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_lambda_function" "Convert" {
  function_name                  = "convert"
  filename                       = "code.zip"
  handler                        = "convert.handler"
  runtime                        = "nodejs22.x"
  timeout                        = 30
  memory_size                    = 512
  reserved_concurrent_executions = 5
  role                           = aws_iam_role.ConvertRole.arn
}

resource "aws_iam_role" "ConvertRole" {
  assume_role_policy = local.trust
}

resource "aws_iam_role_policy" "ConvertWrites" {
  role = aws_iam_role.ConvertRole.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "arn:aws:s3:::shop-uploads/*" }]
  })
}

resource "aws_s3_bucket" "S3BucketShopuploads" {
  bucket = "shop-uploads"
}

resource "aws_s3_bucket_notification" "Uploads" {
  bucket = aws_s3_bucket.S3BucketShopuploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.Convert.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "in/"
  }
}

resource "aws_lambda_function" "Work" {
  function_name = "work"
  filename      = "code.zip"
  handler       = "work.handler"
  runtime       = "nodejs22.x"
  timeout       = 30
  memory_size   = 512
  role          = aws_iam_role.WorkRole.arn
}

resource "aws_iam_role" "WorkRole" {
  assume_role_policy = local.trust
}

data "aws_iam_policy_document" "send" {
  statement {
    effect    = "Allow"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.Jobs.arn]
  }
}

resource "aws_iam_role_policy" "WorkSends" {
  role   = aws_iam_role.WorkRole.id
  policy = data.aws_iam_policy_document.send.json
}

resource "aws_lambda_event_source_mapping" "Mapping" {
  event_source_arn = aws_sqs_queue.Jobs.arn
  function_name    = aws_lambda_function.Work.arn
  batch_size       = 10
}

resource "aws_sqs_queue" "Jobs" {
  visibility_timeout_seconds = 30
}
