import Analyses
import Diagnostics
import Infrastructure

extension Rule {
  /// A service that may invoke the function without saying for whom does so for other accounts' resources too.
  static let openInvokePermission = Rule(
    id: "open-invoke-permission",
    title: "Others may have a service invoke the function",
    severity: .warning,
    since: "0.1",
    security: 5.5,
    check: .wholeGraph { facts, report in
      for permission in facts.graph.invokePermissions where permission.source == nil {
        guard permission.sourceAccount == nil, let principal = permission.principal.known,
          let id = permission.function.resource, facts.graph.function(id) != nil, !facts.graph[id].isGenerated
        else { continue }
        reportPermission(permission, principal, id, facts.graph, &report)
      }
    }
  )
}

private func reportPermission(
  _ permission: InvokePermission, _ principal: String, _ id: ResourceID, _ graph: ResourceGraph, _ report: inout Report
) {
  let name = graph[id].name
  if principal == "*" {
    report(
      "everybody may invoke '\(name)': the permission names no principal", at: permission.span, resource: id,
      severity: .warning, help: "name the service or account, and the source that may invoke it")
  } else if principal.hasSuffix(".amazonaws.com"), confusable.contains(principal) {
    report(
      "\(principal) may invoke '\(name)' on behalf of anybody's resources", at: permission.span, resource: id,
      severity: .info, help: "add SourceArn, and SourceAccount where the ARN names no account")
  }
}

/// Services that act for resources of any account, so that the source must be named (Lambda guide, permissions).
private let confusable: Set<String> = [
  "s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com", "apigateway.amazonaws.com", "logs.amazonaws.com",
  "cognito-idp.amazonaws.com", "iot.amazonaws.com", "ses.amazonaws.com", "scheduler.amazonaws.com",
  "config.amazonaws.com", "secretsmanager.amazonaws.com", "elasticloadbalancing.amazonaws.com",
  "cloudwatch.amazonaws.com", "lambda.alarms.cloudwatch.amazonaws.com",
]
