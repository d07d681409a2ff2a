import Diagnostics
import Documents
import Infrastructure

extension TemplateReader {
  /// A data source of a GraphQL API: the function, table or bus that its resolvers reach.
  func readDataSource(_ declaration: Template.Declaration, _ properties: Node, into context: inout LoadContext) {
    guard let api = endpoint(properties["ApiId"], expecting: .graphQLAPI) else { return }
    if let node = template.value(properties, "LambdaConfig", "LambdaFunctionArn"),
      let function = endpoint(node, expecting: .function)
    {
      context.builder.relate(draft(from: api, to: function, .resolver, .sync, at: node.span, name: declaration.id))
    }
    let resolvers = Resolvers(of: template.text(properties["Name"]), in: template)
    guard resolvers.mayWrite else { return }
    if let node = template.value(properties, "DynamoDBConfig", "TableName"), let to = endpoint(node, expecting: .table)
    {
      var write = draft(from: api, to: to, .resolver, .sync, at: node.span, name: declaration.id)
      write.emission = Emission(actions: resolvers.tableActions)
      context.builder.relate(write)
    }
    if let node = template.value(properties, "EventBridgeConfig", "EventBusArn"),
      let bus = endpoint(node, expecting: .bus)
    {
      var write = draft(from: api, to: bus, .resolver, .sync, at: node.span, name: declaration.id)
      write.emission = Emission(actions: ["events:PutEvents"])
      context.builder.relate(write)
    }
  }

  /// What the resolvers of one data source do, as far as their templates and code tell.
  private struct Resolvers {
    private let texts: [String]
    private let count: Int
    private let mutates: Bool

    init(of source: Text?, in template: Template) {
      let users = template.declarations.filter { declaration in
        (declaration.type == "AWS::AppSync::Resolver" || declaration.type == "AWS::AppSync::FunctionConfiguration")
          && template.text(declaration.properties?["DataSourceName"]) == source
      }
      count = users.count
      texts = users.flatMap { user in
        ["RequestMappingTemplate", "Code"].compactMap { template.text(user.properties?[$0])?.raw }
      }
      mutates = users.contains { user in
        user.type == "AWS::AppSync::FunctionConfiguration"
          || template.text(user.properties?["TypeName"])?.raw != "Query"
      }
    }

    /// Whether one of them may change something; where none is in sight, nobody knows.
    var mayWrite: Bool { count == 0 || mutates || !tableActions.isEmpty }

    /// IAM names of the operations on a table that are written out; none where the code is elsewhere.
    var tableActions: [String] {
      ["PutItem", "UpdateItem", "DeleteItem", "BatchPutItem", "BatchDeleteItem", "TransactWriteItems"].filter { name in
        texts.contains { $0.range(of: "\"\(name)\"") != nil || $0.range(of: "'\(name)'") != nil }
      }.flatMap { name -> [String] in
        switch name {
        case "BatchPutItem": ["dynamodb:BatchWriteItem"]
        case "BatchDeleteItem": ["dynamodb:DeleteItem"]
        case "TransactWriteItems": ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]
        default: ["dynamodb:\(name)"]
        }
      }
    }
  }
}
