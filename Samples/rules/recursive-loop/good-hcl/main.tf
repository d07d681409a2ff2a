resource "aws_s3_bucket" "uploads" {
  bucket_prefix = "uploads-"
}

resource "aws_iam_role" "convert" {
  name               = "convert"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "convert" {
  role   = aws_iam_role.convert.id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:PutObject",
          "Resource": "${aws_s3_bucket.uploads.arn}/json/*"
        }
      ]
    }
  EOT
}

resource "aws_lambda_function" "convert" {
  function_name = "convert"
  role          = aws_iam_role.convert.arn
  handler       = "convert.handler"
  runtime       = "python3.13"
  timeout       = 60
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.convert.arn
    events              = ["s3:ObjectCreated:*"]
    filter_prefix       = "csv/"
  }
}
