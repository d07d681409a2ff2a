variable "uploads" {
  type = string
}

locals {
  handlers = {
    convert = { suffix = null }
  }
}

resource "aws_s3_bucket" "uploads" {
  bucket = var.uploads
}

module "convert" {
  source   = "./function"
  for_each = local.handlers
  name     = each.key
  writes   = ["${aws_s3_bucket.uploads.arn}/*"]
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  dynamic "lambda_function" {
    for_each = local.handlers
    content {
      lambda_function_arn = module.convert[lambda_function.key].arn
      events              = ["s3:ObjectCreated:*"]
      filter_suffix       = lambda_function.value.suffix
    }
  }
}
