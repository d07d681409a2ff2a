/// A service of a generated plan: a queue and a bucket that wake a function each, with all that belongs to them.
struct Service {
  let name: String
  let isNew: Bool
  private let account = "123456789012"

  init(index: Int, isNew: Bool) {
    let number = String(index)
    name = "service_" + String(repeating: "0", count: max(5 - number.count, 0)) + number
    self.isNew = isNew
  }

  var resources: [PlannedResource] {
    ["worker", "importer"].flatMap { [function($0), role($0), logs($0), policy($0)] } + [
      queue("jobs"), queue("dead"), mapping, bucket, notification, permission, table, alarm, group,
    ] + [0, 1].map(subnet) + [tableOfRoutes]
  }

  private func arn(_ service: String, _ path: String) -> String {
    "\"arn:aws:\(service):eu-west-1:\(account):\(path)\""
  }

  private func reference(_ attribute: String, _ target: String, _ output: String) -> String {
    "\"\(attribute)\":{\"references\":[\"\(target).\(output)\",\"\(target)\"]}"
  }

  private var tags: String {
    let tags =
      #"{"Name":"\#(name)","Team":"orders","CostCentre":"4711","Environment":"production","ManagedBy":"terraform","Repository":"example/orders"}"#
    return "\"tags\":\(tags),\"tags_all\":\(tags)"
  }

  private var variables: String {
    #"{"STAGE":"prod","LOG_LEVEL":"info","TABLE":"\#(name)-items","NODE_OPTIONS":"--enable-source-maps","#
      + #""POWERTOOLS_SERVICE_NAME":"\#(name)","POWERTOOLS_METRICS_NAMESPACE":"orders","MAXIMUM_ITEMS":"250"}"#
  }

  private func function(_ role: String) -> PlannedResource {
    PlannedResource(
      type: "aws_lambda_function", name: role,
      written: """
        "architectures":["arm64"],"code_signing_config_arn":null,"dead_letter_config":[],"description":"The \(role) of \
        \(name)","environment":[{"variables":\(variables)}],\
        "file_system_config":[],"filename":"build/\(role).zip","function_name":"\(name)-\(role)","handler":\
        "\(role).handler","image_config":[],"image_uri":null,"kms_key_arn":null,"layers":[],"memory_size":512,\
        "package_type":"Zip","publish":false,"replace_security_groups_on_destroy":null,\
        "replacement_security_group_ids":null,"reserved_concurrent_executions":-1,"runtime":"nodejs22.x",\
        "s3_bucket":null,"s3_key":null,"s3_object_version":null,"skip_destroy":false,"snap_start":[],\
        "source_code_hash":"clxUa5kN0bQfPVeRs3w8Dtyx8IzxUL2uMqc9/RZuAtc=",\(tags),"timeout":30,"timeouts":null
        """,
      computed: [
        ("arn", arn("lambda", "function:\(name)-\(role)")), ("id", "\"\(name)-\(role)\""),
        ("invoke_arn", arn("apigateway", "lambda:path/2015-03-31/functions/\(name)-\(role)/invocations")),
        ("last_modified", "\"2026-10-01T10:00:00.000+0000\""), ("role", arn("iam", "role/\(name)-\(role)")),
        ("qualified_arn", arn("lambda", "function:\(name)-\(role):$LATEST")), ("version", "\"$LATEST\""),
        ("tracing_config", #"[{"mode":"PassThrough"}]"#), ("ephemeral_storage", #"[{"size":512}]"#),
        (
          "vpc_config",
          """
          [{"ipv6_allowed_for_dual_stack":false,"security_group_ids":["sg-\(name)"],"subnet_ids":["subnet-\(name)-0",\
          "subnet-\(name)-1"],"vpc_id":"vpc-0a1b2c3d4e5f"}]
          """
        ),
      ],
      expressions: """
        "function_name":{"references":["var.name"]},"handler":{"constant_value":"\(role).handler"},\
        \(reference("role", "aws_iam_role.\(role)", "arn")),"runtime":{"constant_value":"nodejs22.x"},"vpc_config":\
        [{\(reference("security_group_ids", "aws_security_group.functions", "id")),"subnet_ids":\
        {"references":["aws_subnet.private"]}}]
        """)
  }

  private func role(_ role: String) -> PlannedResource {
    PlannedResource(
      type: "aws_iam_role", name: role,
      written: #"""
        "assume_role_policy":"{\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}","description":"","force_detach_policies":false,"max_session_duration":3600,"name":"\#(name)-\#(role)","path":"/","permissions_boundary":null,\#(tags)
        """#,
      computed: [
        ("arn", arn("iam", "role/\(name)-\(role)")), ("id", "\"\(name)-\(role)\""),
        ("create_date", "\"2026-10-01T10:00:00Z\""), ("unique_id", "\"AROA\(name)\""), ("inline_policy", "[]"),
        ("managed_policy_arns", "[]"),
      ], expressions: #""name":{"references":["var.name"]},"assume_role_policy":{}"#)
  }

  private func policy(_ role: String) -> PlannedResource {
    let text =
      role == "worker"
      ? #"[{\"Action\":[\"sqs:ReceiveMessage\",\"sqs:DeleteMessage\",\"sqs:GetQueueAttributes\"],\"Effect\":\"Allow\",\"Resource\":\"arn:aws:sqs:eu-west-1:\#(account):\#(name)-jobs\"},{\"Action\":[\"dynamodb:PutItem\",\"dynamodb:GetItem\"],\"Effect\":\"Allow\",\"Resource\":\"arn:aws:dynamodb:eu-west-1:\#(account):table/\#(name)-items\"},{\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Effect\":\"Allow\",\"Resource\":\"arn:aws:logs:eu-west-1:\#(account):log-group:/aws/lambda/\#(name)-worker:*\"}]"#
      : #"[{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":\"arn:aws:s3:::\#(name)-files/*\"},{\"Action\":[\"sqs:SendMessage\"],\"Effect\":\"Allow\",\"Resource\":\"arn:aws:sqs:eu-west-1:\#(account):\#(name)-jobs\"}]"#
    let other = role == "worker" ? "aws_dynamodb_table.items" : "aws_s3_bucket.files"
    return PlannedResource(
      type: "aws_iam_role_policy", name: role,
      written: #""name":"\#(name)-\#(role)","role":"\#(name)-\#(role)""#,
      computed: [
        ("id", "\"\(name)-\(role):\(role)\""),
        ("policy", #""{\"Statement\":\#(text),\"Version\":\"2012-10-17\"}""#),
      ],
      expressions: """
        "policy":{"references":["aws_sqs_queue.jobs.arn","aws_sqs_queue.jobs","\(other).arn","\(other)"]},\(reference("role", "aws_iam_role.\(role)", "id"))
        """)
  }

  private func logs(_ role: String) -> PlannedResource {
    PlannedResource(
      type: "aws_cloudwatch_log_group", name: role,
      written: """
        "kms_key_id":null,"log_group_class":"STANDARD","name":"/aws/lambda/\(name)-\(role)","name_prefix":"",\
        "retention_in_days":30,"skip_destroy":false,\(tags)
        """,
      computed: [
        ("arn", arn("logs", "log-group:/aws/lambda/\(name)-\(role)")), ("id", "\"/aws/lambda/\(name)-\(role)\""),
      ], expressions: #""name":{"references":["var.name"]},"retention_in_days":{"constant_value":30}"#)
  }
}

// MARK: What wakes the functions
extension Service {
  private func queue(_ role: String) -> PlannedResource {
    let url = "\"https://sqs.eu-west-1.amazonaws.com/\(account)/\(name)-\(role)\""
    let redrive =
      role == "jobs"
      ? #""{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:\#(account):\#(name)-dead\",\"maxReceiveCount\":5}""#
      : "\"\""
    return PlannedResource(
      type: "aws_sqs_queue", name: role,
      written: """
        "content_based_deduplication":false,"deduplication_scope":"","delay_seconds":0,"fifo_queue":false,\
        "fifo_throughput_limit":"","kms_data_key_reuse_period_seconds":300,"kms_master_key_id":"",\
        "max_message_size":262144,"message_retention_seconds":345600,"name":"\(name)-\(role)",\
        "receive_wait_time_seconds":20,"sqs_managed_sse_enabled":true,\(tags),"visibility_timeout_seconds":180
        """,
      computed: [
        ("arn", arn("sqs", "\(name)-\(role)")), ("id", url), ("url", url), ("policy", "\"\""),
        ("redrive_allow_policy", "\"\""), ("redrive_policy", redrive),
      ],
      expressions: role == "jobs"
        ? """
        "name":{"references":["var.name"]},\(reference("redrive_policy", "aws_sqs_queue.dead", "arn"))
        """ : #""name":{"references":["var.name"]}"#)
  }

  private var mapping: PlannedResource {
    PlannedResource(
      type: "aws_lambda_event_source_mapping", name: "jobs",
      written: """
        "amazon_managed_kafka_event_source_config":[],"batch_size":10,"bisect_batch_on_function_error":false,\
        "destination_config":[],"document_db_event_source_config":[],"enabled":true,"filter_criteria":[],\
        "function_response_types":["ReportBatchItemFailures"],"kms_key_arn":"","maximum_batching_window_in_seconds":0,\
        "metrics_config":[],"provisioned_poller_config":[],"queues":[],"scaling_config":[{"maximum_concurrency":20}],\
        "self_managed_event_source":[],"source_access_configuration":[],"starting_position":"",\(tags),"topics":[]
        """,
      computed: [
        ("event_source_arn", arn("sqs", "\(name)-jobs")), ("function_arn", arn("lambda", "function:\(name)-worker")),
        ("function_name", arn("lambda", "function:\(name)-worker")), ("uuid", "\"0e1f2a3b-\(name)\""),
        ("state", "\"Enabled\""), ("id", "\"0e1f2a3b-\(name)\""),
      ],
      expressions: """
        \(reference("event_source_arn", "aws_sqs_queue.jobs", "arn")),\
        \(reference("function_name", "aws_lambda_function.worker", "arn")),"batch_size":{"constant_value":10}
        """)
  }

  private var bucket: PlannedResource {
    PlannedResource(
      type: "aws_s3_bucket", name: "files",
      written: """
        "acceleration_status":"","bucket":"\(name)-files","bucket_prefix":"","cors_rule":[],"force_destroy":false,\
        "lifecycle_rule":[],"logging":[],"object_lock_configuration":[],"object_lock_enabled":false,"policy":"",\
        "replication_configuration":[],"request_payer":"BucketOwner",\(tags),"website":[]
        """,
      computed: [
        ("arn", "\"arn:aws:s3:::\(name)-files\""), ("id", "\"\(name)-files\""),
        ("bucket_domain_name", "\"\(name)-files.s3.amazonaws.com\""),
        ("bucket_regional_domain_name", "\"\(name)-files.s3.eu-west-1.amazonaws.com\""),
        ("hosted_zone_id", "\"Z1BKCTXD74EZPE\""), ("region", "\"eu-west-1\""),
      ], expressions: #""bucket":{"references":["var.name"]}"#)
  }

  private var notification: PlannedResource {
    let events = #"{"events":["s3:ObjectCreated:*"],"filter_prefix":"in/","filter_suffix":".csv","id":"tf-s3","#
    return PlannedResource(
      type: "aws_s3_bucket_notification", name: "files",
      written: #""eventbridge":false,"queue":[],"topic":[]"#,
      computed: [
        ("bucket", "\"\(name)-files\""), ("id", "\"\(name)-files\""),
        (
          "lambda_function",
          "[\(events)\"lambda_function_arn\":\(arn("lambda", "function:\(name)-importer"))}]"
        ),
      ],
      expressions: """
        \(reference("bucket", "aws_s3_bucket.files", "id")),"lambda_function":[{"events":{"constant_value":\
        ["s3:ObjectCreated:*"]},"filter_prefix":{"constant_value":"in/"},\
        \(reference("lambda_function_arn", "aws_lambda_function.importer", "arn"))}]
        """)
  }

  private var permission: PlannedResource {
    PlannedResource(
      type: "aws_lambda_permission", name: "files",
      written: """
        "action":"lambda:InvokeFunction","event_source_token":null,"function_url_auth_type":null,"principal":\
        "s3.amazonaws.com","principal_org_id":null,"qualifier":"","source_account":null,"statement_id":"AllowS3",\
        "statement_id_prefix":""
        """,
      computed: [
        ("function_name", "\"\(name)-importer\""), ("id", "\"AllowS3\""),
        ("source_arn", "\"arn:aws:s3:::\(name)-files\""),
      ],
      expressions: """
        \(reference("function_name", "aws_lambda_function.importer", "function_name")),\
        \(reference("source_arn", "aws_s3_bucket.files", "arn")),"principal":{"constant_value":"s3.amazonaws.com"}
        """)
  }

  private var table: PlannedResource {
    PlannedResource(
      type: "aws_dynamodb_table", name: "items",
      written: """
        "attribute":[{"name":"id","type":"S"}],"billing_mode":"PAY_PER_REQUEST","deletion_protection_enabled":false,\
        "global_secondary_index":[],"hash_key":"id","import_table":[],"local_secondary_index":[],"name":\
        "\(name)-items","range_key":null,"replica":[],"stream_enabled":false,"table_class":"STANDARD",\(tags),"ttl":\
        [{"attribute_name":"expires","enabled":true}]
        """,
      computed: [
        ("arn", arn("dynamodb", "table/\(name)-items")), ("id", "\"\(name)-items\""), ("stream_arn", "\"\""),
        ("stream_label", "\"\""), ("read_capacity", "0"), ("write_capacity", "0"),
        ("point_in_time_recovery", #"[{"enabled":false}]"#), ("server_side_encryption", "[]"),
      ], expressions: #""hash_key":{"constant_value":"id"},"name":{"references":["var.name"]}"#)
  }

  private var alarm: PlannedResource {
    PlannedResource(
      type: "aws_cloudwatch_metric_alarm", name: "errors",
      written: """
        "actions_enabled":true,"alarm_actions":["arn:aws:sns:eu-west-1:\(account):alarms"],"alarm_description":\
        "The worker of \(name) fails","alarm_name":"\(name)-errors","comparison_operator":"GreaterThanThreshold",\
        "datapoints_to_alarm":0,"dimensions":{"FunctionName":"\(name)-worker"},"evaluation_periods":1,\
        "extended_statistic":"","insufficient_data_actions":[],"metric_name":"Errors","metric_query":[],"namespace":\
        "AWS/Lambda","ok_actions":[],"period":60,"statistic":"Sum",\(tags),"threshold":0,"threshold_metric_id":"",\
        "treat_missing_data":"notBreaching","unit":""
        """,
      computed: [("arn", arn("cloudwatch", "alarm:\(name)-errors")), ("id", "\"\(name)-errors\"")],
      expressions: #""alarm_name":{"references":["var.name"]},"metric_name":{"constant_value":"Errors"}"#)
  }
}

// MARK: Network
extension Service {
  private var group: PlannedResource {
    PlannedResource(
      type: "aws_security_group", name: "functions",
      written: """
        "description":"The functions of \(name)","egress":[{"cidr_blocks":["0.0.0.0/0"],"description":"","from_port":0,\
        "ipv6_cidr_blocks":[],"prefix_list_ids":[],"protocol":"-1","security_groups":[],"self":false,"to_port":0}],\
        "ingress":[],"name":"\(name)","revoke_rules_on_delete":false,\(tags),"timeouts":null,"vpc_id":\
        "vpc-0a1b2c3d4e5f"
        """,
      computed: [
        ("arn", arn("ec2", "security-group/sg-\(name)")), ("id", "\"sg-\(name)\""), ("owner_id", "\"\(account)\""),
      ], expressions: #""name":{"references":["var.name"]},"vpc_id":{"constant_value":"vpc-0a1b2c3d4e5f"}"#)
  }

  private func subnet(_ index: Int) -> PlannedResource {
    PlannedResource(
      type: "aws_subnet", name: "private", key: index,
      written: """
        "assign_ipv6_address_on_creation":false,"availability_zone":"eu-west-1\(index == 0 ? "a" : "b")",\
        "cidr_block":"10.0.\(index).0/24","customer_owned_ipv4_pool":"","enable_dns64":false,\
        "enable_resource_name_dns_a_record_on_launch":false,"ipv6_native":false,"map_public_ip_on_launch":false,\
        "outpost_arn":"",\(tags),"timeouts":null,"vpc_id":"vpc-0a1b2c3d4e5f"
        """,
      computed: [
        ("arn", arn("ec2", "subnet/subnet-\(name)-\(index)")), ("id", "\"subnet-\(name)-\(index)\""),
        ("owner_id", "\"\(account)\""),
      ], expressions: #""cidr_block":{"references":["count.index"]},"vpc_id":{"constant_value":"vpc-0a1b2c3d4e5f"}"#)
  }

  private var tableOfRoutes: PlannedResource {
    PlannedResource(
      type: "aws_route_table", name: "private",
      written: """
        "propagating_vgws":[],"route":[{"carrier_gateway_id":"","cidr_block":"0.0.0.0/0","core_network_arn":"",\
        "destination_prefix_list_id":"","egress_only_gateway_id":"","gateway_id":"","ipv6_cidr_block":"",\
        "local_gateway_id":"","nat_gateway_id":"nat-0a1b2c3d4e5f","network_interface_id":"","transit_gateway_id":"",\
        "vpc_endpoint_id":"","vpc_peering_connection_id":""}],\(tags),"timeouts":null,"vpc_id":"vpc-0a1b2c3d4e5f"
        """,
      computed: [
        ("arn", arn("ec2", "route-table/rtb-\(name)")), ("id", "\"rtb-\(name)\""), ("owner_id", "\"\(account)\""),
      ], expressions: #""vpc_id":{"constant_value":"vpc-0a1b2c3d4e5f"}"#)
  }
}
