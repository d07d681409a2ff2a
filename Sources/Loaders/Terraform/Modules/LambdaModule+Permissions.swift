extension LambdaModule {
  /// The role and what the module attaches to it.
  static let policies =
    role + statements
    + policy(
      "additional_inline", if: "attach_policy_statements", "data.aws_iam_policy_document.additional_inline[0].json")
    + policy("additional_json", if: "attach_policy_json", "var.policy_json")
    + policy(
      "additional_jsons", if: "attach_policy_jsons", count: "length(var.policy_jsons)", "var.policy_jsons[count.index]")
    + policy(
      "dead_letter", if: "attach_dead_letter_policy",
      allowing: #"["sns:Publish", "sqs:SendMessage"]"#, on: "[var.dead_letter_target_arn]")
    + policy(
      "async", if: "attach_async_event_policy",
      allowing: #"["sns:Publish", "sqs:SendMessage", "events:PutEvents", "lambda:InvokeFunction"]"#,
      on: "compact(distinct([var.destination_on_failure, var.destination_on_success]))")
    + policy(
      "logs", if: "attach_cloudwatch_logs_policy", allowing: #"["logs:CreateLogStream", "logs:PutLogEvents"]"#,
      on: #"["${aws_cloudwatch_log_group.lambda[0].arn}:*"]"#)
    + attachment("additional_one", if: "attach_policy", "var.policy")
    + attachment("additional_many", if: "attach_policies", count: "length(var.policies)", "var.policies[count.index]")
    + attachment(
      "vpc", if: "attach_network_policy",
      #""arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess""#)

  private static let role = #"""
    resource "aws_iam_role" "lambda" {
      count              = local.create && var.create_role ? 1 : 0
      name               = try(coalesce(var.role_name, var.function_name), null)
      assume_role_policy = jsonencode({
        Version   = "2012-10-17"
        Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
      })
    }

    """#

  private static let statements =
    #"""
    data "aws_iam_policy_document" "additional_inline" {
      count = local.create && var.create_role && var.attach_policy_statements ? 1 : 0
      dynamic "statement" {
        for_each = var.policy_statements
        content {

    """#
    + StandIn.entries("sid effect actions not_actions resources not_resources", of: "statement.value")
      + #"""
            dynamic "condition" {
              for_each = try(statement.value.condition, [])
              content {
                test     = condition.value.test
                variable = condition.value.variable
                values   = condition.value.values
              }
            }
          }
        }
      }

      """#

  /// A policy in the role, where an argument asks for it.
  private static func policy(_ name: String, if flag: String, count: String = "1", _ text: String) -> String {
    granted("aws_iam_role_policy", name, if: flag, count: count, "policy = \(text)")
  }

  private static func policy(
    _ name: String, if flag: String, allowing actions: String, on resources: String
  ) -> String {
    let statement = "{ Effect = \"Allow\", Action = \(actions), Resource = \(resources) }"
    return policy(name, if: flag, "jsonencode({ Version = \"2012-10-17\", Statement = [\(statement)] })")
  }

  /// A managed policy at the role, where an argument asks for it.
  private static func attachment(_ name: String, if flag: String, count: String = "1", _ arn: String) -> String {
    granted("aws_iam_role_policy_attachment", name, if: flag, count: count, "policy_arn = \(arn)")
  }

  private static func granted(
    _ type: String, _ name: String, if flag: String, count: String, _ attribute: String
  ) -> String {
    """
    resource "\(type)" "\(name)" {
      count = local.create && var.create_role && var.\(flag) ? \(count) : 0
      role  = aws_iam_role.lambda[0].name
      \(attribute)
    }

    """
  }
}
