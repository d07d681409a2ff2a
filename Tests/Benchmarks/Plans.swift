/// Plans of any size as `terraform show -json` prints them, in one line: for measuring.
enum Plans {
  /// A plan of services, each in a module of its own with twenty resources: nine of ten services exist already and
  /// stay as they are, so that planned values, change and prior state say the same thing four times; every tenth is
  /// new, and its links are known only after apply.
  static func services(_ count: Int) -> String {
    var parts = Parts()
    for index in 0..<count { parts.add(Service(index: index, isNew: index % 10 == 9)) }
    return parts.text
  }

  /// The four places in which a plan speaks of a resource.
  private struct Parts {
    private var planned = ""
    private var changes = ""
    private var prior = ""
    private var calls = ""

    mutating func add(_ service: Service) {
      let module = "module.\(service.name)"
      let resources = service.resources
      let values = resources.map { $0.planned(in: module, isNew: service.isNew) }.joined(separator: ",")
      Parts.append("{\"resources\":[\(values)],\"address\":\"\(module)\"}", to: &planned)
      for resource in resources { Parts.append(resource.change(in: module, isNew: service.isNew), to: &changes) }
      if !service.isNew {
        let state = resources.map { $0.state(in: module) }.joined(separator: ",")
        Parts.append("{\"resources\":[\(state)],\"address\":\"\(module)\"}", to: &prior)
      }
      let declarations = resources.filter { $0.key == nil || $0.key == 0 }.map(\.configuration)
        .joined(separator: ",")
      Parts.append(
        """
        "\(service.name)":{"source":"./service","expressions":{"name":{"constant_value":"\(service.name)"},\
        "stage":{"references":["var.stage"]}},"module":{"outputs":{"queue_arn":{"expression":\
        {"references":["aws_sqs_queue.jobs.arn","aws_sqs_queue.jobs"]}}},"resources":[\(declarations)],\
        "variables":{"name":{},"stage":{"default":"dev"}}}}
        """, to: &calls)
    }

    private static func append(_ text: String, to list: inout String) {
      if !list.isEmpty { list += "," }
      list += text
    }

    var text: String {
      """
      {"format_version":"1.2","terraform_version":"1.11.4","variables":{"stage":{"value":"prod"}},"planned_values":\
      {"root_module":{"child_modules":[\(planned)]}},"resource_changes":[\(changes)],"prior_state":{"format_version":\
      "1.0","terraform_version":"1.11.4","values":{"root_module":{"child_modules":[\(prior)]}}},"configuration":\
      {"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws"}},"root_module":\
      {"module_calls":{\(calls)},"variables":{"stage":{}}}},"timestamp":"2026-11-02T09:00:00Z","applyable":true,\
      "complete":true,"errored":false}

      """
    }
  }
}

/// One resource of a generated plan.
struct PlannedResource {
  let type: String
  let name: String
  var key: Int?
  /// What is known before apply, as members of an object.
  let written: String
  /// What only an apply tells: attributes with the values that an existing resource has.
  let computed: [(name: String, value: String)]
  /// What the configuration says, as members of an object.
  let expressions: String

  private static let provider = "registry.terraform.io/hashicorp/aws"

  /// The collections of an object with nothing in them, as plans mark what is sensitive.
  private var sensitive: String {
    let lists = computed.map { ($0.name, $0.value) }.filter { $0.1.hasPrefix("[") || $0.1.hasPrefix("{") }
    return "{" + lists.map { "\"\($0.0)\":\($0.1.hasPrefix("[") ? "[]" : "{}")," }.joined()
      + #""environment":[{"variables":{}}],"layers":[],"tags":{},"tags_all":{}}"#
  }

  private var existing: String {
    "{" + computed.map { "\"\($0.name)\":\($0.value)," }.joined() + written + "}"
  }

  private func head(in module: String) -> String {
    let index = key.map { "\"index\":\($0)," } ?? ""
    let address = "\(module).\(type).\(name)" + (key.map { "[\($0)]" } ?? "")
    return """
      "address":"\(address)","mode":"managed","type":"\(type)","name":"\(name)",\(index)\
      "provider_name":"\(PlannedResource.provider)"
      """
  }

  /// What tells an existing object from others of its type, since Terraform 1.12.
  private var identity: String {
    let id = computed.first { $0.name == "id" }?.value ?? "null"
    return #"{"account_id":"123456789012","id":\#(id),"region":"eu-west-1"}"#
  }

  func planned(in module: String, isNew: Bool) -> String {
    """
    {\(head(in: module)),"schema_version":0,"values":\(isNew ? "{\(written)}" : existing),\
    "sensitive_values":\(sensitive)\(isNew ? "" : ",\"identity_schema_version\":0,\"identity\":\(identity)")}
    """
  }

  func state(in module: String) -> String {
    """
    {\(head(in: module)),"schema_version":0,"values":\(existing),\
    "sensitive_values":\(sensitive),"identity_schema_version":0,"identity":\(identity),"depends_on":["\(module).aws_iam_role.worker"]}
    """
  }

  func change(in module: String, isNew: Bool) -> String {
    let unknown = computed.map { "\"\($0.name)\":true" }.joined(separator: ",")
    let change =
      isNew
      ? """
      "actions":["create"],"before":null,"after":{\(written)},"after_unknown":{\(unknown)},"before_sensitive":false
      """
      : """
      "actions":["no-op"],"before":\(existing),"after":\(existing),"after_unknown":{},\
      "before_sensitive":\(sensitive),"before_identity":\(identity),"after_identity":\(identity)
      """
    return """
      {\(head(in: module)),"module_address":"\(module)","change":{\(change),\
      "after_sensitive":\(sensitive)}}
      """
  }

  var configuration: String {
    """
    {"address":"\(type).\(name)","mode":"managed","type":"\(type)","name":"\(name)","provider_config_key":"aws",\
    "expressions":{\(expressions)},"schema_version":0\
    \(key == nil ? "" : #","count_expression":{"constant_value":2}"#)}
    """
  }
}
