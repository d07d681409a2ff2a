variable "name" {}
variable "timeout" {}

module "queue" {
  source = "../queue"
  name   = var.name
}

module "consumer" {
  source    = "../consumer"
  name      = var.name
  timeout   = var.timeout
  queue_arn = module.queue.arn
}
