import Diagnostics
import Infrastructure
import TestSupport
import Testing

@testable import Loaders

@Suite struct EvaluationRegistryTests {
  private static let sqs = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:"

  @Test(arguments: [
    "terraform-aws-modules/lambda/aws", "registry.terraform.io/terraform-aws-modules/sqs/aws",
    "git::https://github.com/terraform-aws-modules/terraform-aws-sns.git?ref=v6.0.0",
    "github.com/terraform-aws-modules/terraform-aws-eventbridge",
    "terraform-aws-modules/s3-bucket/aws//modules/notification", "terraform-aws-modules/s3-bucket/aws",
    "terraform-aws-modules/dynamodb-table/aws", "terraform-aws-modules/apigateway-v2/aws",
    "terraform-aws-modules/step-functions/aws", "terraform-aws-modules/vpc/aws",
    "terraform-aws-modules/vpc/aws//modules/vpc-endpoints", "terraform-aws-modules/lambda/aws//modules/alias",
    "git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git//modules/notification?ref=v5.0.0",
  ])
  func standInsAreRead(_ source: String) throws {
    let text = try #require(RegistryModule.standIn(for: source))
    let file = SourceFile(path: "", bytes: Array(text.utf8))
    let body = try HCLParser.parse(file, id: FileID(0))
    #expect(body.blocks.contains { $0.type == "resource" })
    let declared = Set(body.blocks("variable").flatMap(\.labels))
    for name in HCLFunctionCall.split(text, on: "var.").dropFirst() {
      let word = String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      #expect(declared.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["terraform-aws-modules/rds/aws", "./lambda", "terraform-aws-modules/sqs/aws//modules/none"])
  func othersHaveNone(_ source: String) { #expect(RegistryModule.standIn(for: source) == nil) }

  @Test func lambdaAndQueue() {
    let configuration = Configuration(
      """
      module "queue" {
        source     = "terraform-aws-modules/sqs/aws"
        name       = "jobs"
        create_dlq = true
      }
      module "worker" {
        source        = "terraform-aws-modules/lambda/aws"
        version       = "~> 8.0"
        function_name = "worker"
        handler       = "index.handler"
        timeout       = 60

        environment_variables = { QUEUE = module.queue.queue_url }
        vpc_subnet_ids         = ["subnet-1"]
        vpc_security_group_ids = ["sg-1"]

        attach_policy_statements = true
        policy_statements = {
          send = { effect = "Allow", actions = ["sqs:SendMessage"], resources = [module.queue.queue_arn] }
        }
        event_source_mapping = {
          jobs = {
            event_source_arn        = module.queue.queue_arn
            function_response_types = ["ReportBatchItemFailures"]
            filter_criteria         = [{ pattern = jsonencode({ body = ["x"] }) }]
          }
        }
        allowed_triggers = { api = { service = "apigateway", source_arn = "arn:x" } }
      }
      """)
    let function = "module.worker.aws_lambda_function.this[0]"
    #expect(configuration.text(function, "timeout") == "60")
    #expect(configuration.source(function, "timeout") == "60")
    #expect(configuration.text(function, "memory_size") == "null")
    #expect(configuration.text(function, "environment.variables").contains("amazonaws.com/${AWS::AccountId}/jobs"))
    #expect(configuration.text(function, "vpc_config.subnet_ids") == "[subnet-1]")
    #expect(configuration.text(function, "dead_letter_config") == "[]")
    let span = configuration[function]?.span
    #expect(span.map { configuration.context.sources[$0.file].text(of: $0) } == #"module "worker""#)
    let mapping = #"module.worker.aws_lambda_event_source_mapping.this["jobs"]"#
    #expect(configuration.text(mapping, "event_source_arn") == EvaluationRegistryTests.sqs + "jobs")
    #expect(configuration.source(mapping, "event_source_arn") == "module.queue.queue_arn")
    #expect(configuration[mapping].map { configuration.context.sources[$0.span.file].text(of: $0.span) } == "jobs")
    #expect(configuration.text(mapping, "filter_criteria.filter.pattern") == "{body: [x]}")
    let policy = configuration.text("module.worker.aws_iam_role_policy.additional_inline[0]", "policy.Statement.0")
    #expect(
      policy == "{Effect: Allow, Action: [sqs:SendMessage], Resource: [\(EvaluationRegistryTests.sqs)jobs]}")
    #expect(
      configuration.text("module.queue.aws_sqs_queue_redrive_policy.dlq[0]", "redrive_policy")
        == "{deadLetterTargetArn: \(EvaluationRegistryTests.sqs)jobs-dlq, maxReceiveCount: 5}")
    #expect(
      configuration.text(#"module.worker.aws_lambda_permission.unqualified_alias_triggers["api"]"#, "principal")
        == "apigateway.amazonaws.com")
  }

  @Test func eventsBucketsAndTopics() {
    let configuration = Configuration(
      """
      module "events" {
        source  = "terraform-aws-modules/eventbridge/aws"
        bus_name = "orders"
        rules   = { placed = { event_pattern = jsonencode({ source = ["shop"] }) } }
        targets = { placed = [{ name = "ship", arn = aws_lambda_function.f.arn }] }
        pipes   = { p = { source = "arn:a", target = "arn:b" } }
      }
      resource "aws_lambda_function" "f" { function_name = "f" }
      module "uploads" {
        source = "terraform-aws-modules/s3-bucket/aws"
        bucket = "up"
      }
      module "notify" {
        source = "terraform-aws-modules/s3-bucket/aws//modules/notification"
        bucket = module.uploads.s3_bucket_id
        lambda_notifications = {
          f = { function_arn = aws_lambda_function.f.arn, events = ["s3:ObjectCreated:*"], filter_prefix = "in/" }
        }
      }
      module "topic" {
        source        = "terraform-aws-modules/sns/aws"
        name          = "t"
        subscriptions = { f = { protocol = "lambda", endpoint = aws_lambda_function.f.arn } }
      }
      """)
    let function = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:f"
    let target = #"module.events.aws_cloudwatch_event_target.this["ship"]"#
    #expect(configuration.text(target, "rule") == "placed-rule")
    #expect(configuration.text(target, "event_bus_name") == "orders")
    #expect(configuration.text(target, "arn") == function)
    #expect(configuration.text(#"module.events.aws_pipes_pipe.this["p"]"#, "name") == "p-pipe")
    #expect(
      configuration.text(#"module.events.aws_cloudwatch_event_rule.this["placed"]"#, "event_pattern")
        == "{source: [shop]}")
    let notification = "module.notify.aws_s3_bucket_notification.this[0]"
    #expect(configuration.text(notification, "bucket") == "up")
    #expect(configuration.text(notification, "lambda_function.filter_prefix") == "in/")
    #expect(configuration.text(#"module.topic.aws_sns_topic_subscription.this["f"]"#, "endpoint") == function)
  }

  @Test func networkAndStateMachine() {
    let configuration = Configuration(
      """
      module "vpc" {
        source             = "terraform-aws-modules/vpc/aws"
        cidr               = "10.0.0.0/16"
        azs                = ["a", "b"]
        private_subnets    = ["10.0.1.0/24", "10.0.2.0/24"]
        public_subnets     = ["10.0.3.0/24"]
        enable_nat_gateway = true
        single_nat_gateway = true
      }
      resource "aws_lambda_function" "f" {
        vpc_config {
          subnet_ids         = module.vpc.private_subnets
          security_group_ids = [module.vpc.default_security_group_id]
        }
      }
      module "machine" {
        source               = "terraform-aws-modules/step-functions/aws"
        name                 = "m"
        definition           = jsonencode({ StartAt = "A" })
        service_integrations = { lambda = { lambda = [aws_lambda_function.f.arn] }, xray = { xray = true } }
      }
      module "api" {
        source = "terraform-aws-modules/apigateway-v2/aws"
        routes = { "GET /" = { integration = { uri = aws_lambda_function.f.arn } } }
      }
      """)
    #expect(
      configuration.text("aws_lambda_function.f", "vpc_config.subnet_ids")
        == "[${main.tf#module.vpc.aws_subnet.private[0]}, ${main.tf#module.vpc.aws_subnet.private[1]}]")
    #expect(configuration.addresses.filter { $0.hasPrefix("module.vpc.aws_nat_gateway") }.count == 1)
    #expect(
      configuration.text("module.vpc.aws_route.private_nat_gateway[0]", "nat_gateway_id")
        == "${main.tf#module.vpc.aws_nat_gateway.this[0]}")
    #expect(configuration.text("module.machine.aws_sfn_state_machine.this[0]", "definition") == "{StartAt: A}")
    #expect(
      configuration.text("module.machine.aws_iam_role_policy.service[0]", "policy.Statement.0.Action")
        == "[lambda:InvokeFunction]")
    #expect(
      configuration.text(#"module.api.aws_apigatewayv2_route.this["GET /"]"#, "target").hasPrefix("integrations/${"))
  }
}
