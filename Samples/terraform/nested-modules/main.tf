# Two pipelines whose consumers put failed work back into the queue that wakes them.
variable "stage" {
  default = "dev"
}

module "pipelines" {
  source   = "./pipeline"
  for_each = { images = 30, texts = 10 }
  name     = "${each.key}-${var.stage}"
  timeout  = each.value
}
