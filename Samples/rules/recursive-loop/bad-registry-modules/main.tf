module "jobs" {
  source                     = "terraform-aws-modules/sqs/aws"
  version                    = "~> 5.0"
  name                       = "jobs"
  visibility_timeout_seconds = 360
  create_dlq                 = true
}

module "worker" {
  source        = "terraform-aws-modules/lambda/aws"
  version       = "~> 8.0"
  function_name = "worker"
  handler       = "worker.handler"
  runtime       = "python3.13"
  timeout       = 60

  event_source_mapping = {
    jobs = {
      event_source_arn        = module.jobs.queue_arn
      function_response_types = ["ReportBatchItemFailures"]
    }
  }

  attach_policy_statements = true
  policy_statements = {
    again = {
      effect    = "Allow"
      actions   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"]
      resources = [module.jobs.queue_arn]
    }
  }
}
