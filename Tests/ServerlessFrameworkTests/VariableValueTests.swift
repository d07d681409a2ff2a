import Diagnostics
import Infrastructure
import Loaders
import TestSupport
import Testing

/// One configuration with every kind of variable; the values were worked out by hand from the Framework's manual.
@Suite struct VariableValueTests {
  static let configuration = """
    service: shop
    frameworkVersion: "3"
    useDotenv: true
    params:
      default:
        domain: example.com
        level: info
      dev:
        level: debug
    custom:
      name: orders
      alias: ${self:custom.name}
      list: [first, second]
      nested: {deep: {value: 7}}
      sizes: {dev: 256, prod: 1024}
      settings: ${file(settings.yml)}
      flag: "true"
    provider:
      name: aws
      stage: ${opt:stage, 'dev'}
      region: eu-west-1
    functions:
      main:
        handler: a.b
        timeout: ${self:custom.nested.deep.value}
        memorySize: ${self:custom.sizes.${sls:stage}}
        environment:
          SELF: ${self:custom.name}
          SELF_THROUGH: ${self:custom.alias}
          SELF_INDEX: ${self:custom.list.1}
          SELF_NESTED: ${self:custom.sizes.${self:provider.stage}}
          SERVICE: ${self:service}
          SERVICE_NAME: ${self:service.name}
          STAGE: ${sls:stage}
          PROVIDER_STAGE: ${self:provider.stage}
          OPTION: ${opt:color, 'red'}
          OPTION_REGION: ${opt:region, self:provider.region}
          REGION: ${aws:region}
          ACCOUNT: ${aws:accountId}
          PSEUDO: "#{AWS::AccountId}"
          FOREIGN: ${AWS::Partition}
          ENV: ${env:GIVEN}
          ENV_UNKNOWN: ${env:NOT_GIVEN}
          ENV_FILE: ${env:FROM_FILE}
          FILE_KEY: ${file(settings.yml):table.name}
          FILE_THROUGH: ${self:custom.settings.table.name}
          FILE_INNER: ${self:custom.settings.bucket}
          FILE_JSON: ${file(./config.${sls:stage}.json):key}
          FILE_TEXT: ${file(./version.txt)}
          FILE_ENV: ${file(./.env.shared):SHARED}
          FILE_CODE: ${file(./config.js):key}
          FILE_ABSENT: ${file(./absent.yml):key, 'absent'}
          PARAM: ${param:level}
          PARAM_DEFAULT: ${param:domain}
          PARAM_GIVEN: ${param:given}
          PARAM_ABSENT: ${param:none, 'nothing'}
          SSM: ${ssm:/app/${sls:stage}/key}
          SSM_REGION: ${ssm(us-east-1):/app/key}
          SSM_OLD: ${ssm:/app/key~true}
          S3: ${s3:bucket/key.txt}
          CF: ${cf:network-dev.SubnetId}
          CF_OLD: ${cf.us-west-2:network-dev.SubnetId}
          TERRAFORM: ${terraform:outputs:queue}
          VAULT: ${vault:secret/data/app}
          OUTPUT: ${output:other.Key}
          PLUGIN: ${git:sha1}
          BOOL: ${strToBool(${self:custom.flag})}
          NUMBER: ${self:custom.none, 3}
          EMPTY: ${self:custom.none, ''}
          COMMA: ${self:custom.none, 'x, y'}
          THIRD: ${opt:a, env:B_NOT_GIVEN_EITHER, self:custom.name}
          BLANKS: "${ self:custom.name }"
          JOINED: a-${self:service}-${sls:stage}-${ssm:/x}
          REFERENCE: !Ref Table
          SUBSTITUTED: !Sub "${Table}-${self:service}-${AWS::Partition}-${ssm:/x}"
    resources:
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
    """

  static let files = [
    "settings.yml": "table:\n  name: orders-table\nbucket: ${self:service}-uploads\n",
    "config.dev.json": #"{"key": "from JSON"}"#,
    "version.txt": "1.2.3",
    ".env": "FROM_FILE='from file'\n# a comment\n",
    ".env.shared": "export SHARED=shared\n",
    "config.js": "module.exports = {}",
  ]

  static let expected: [(String, String)] = [
    ("SELF", "orders"), ("SELF_THROUGH", "orders"), ("SELF_INDEX", "second"), ("SELF_NESTED", "256"),
    ("SERVICE", "shop"), ("SERVICE_NAME", "shop"), ("STAGE", "dev"), ("PROVIDER_STAGE", "dev"),
    ("OPTION", "red"), ("OPTION_REGION", "eu-west-1"), ("REGION", "eu-west-1"), ("ACCOUNT", "${AWS::AccountId}"),
    ("PSEUDO", "${AWS::AccountId}"), ("FOREIGN", "${AWS::Partition}"), ("ENV", "given"),
    ("ENV_UNKNOWN", "${env:NOT_GIVEN}"), ("ENV_FILE", "${env:FROM_FILE}"), ("FILE_KEY", "orders-table"),
    ("FILE_THROUGH", "orders-table"), ("FILE_INNER", "shop-uploads"), ("FILE_JSON", "from JSON"),
    ("FILE_TEXT", "1.2.3"), ("FILE_ENV", "shared"), ("FILE_CODE", "${file(./config.js):key}"),
    ("FILE_ABSENT", "absent"), ("PARAM", "debug"), ("PARAM_DEFAULT", "example.com"), ("PARAM_GIVEN", "param"),
    ("PARAM_ABSENT", "nothing"), ("SSM", "${ssm:/app/dev/key}"), ("SSM_REGION", "${ssm:/app/key}"),
    ("SSM_OLD", "${ssm:/app/key}"), ("S3", "${s3:bucket/key.txt}"), ("CF", "${cf:network-dev.SubnetId}"),
    ("CF_OLD", "${cf:network-dev.SubnetId}"), ("TERRAFORM", "${terraform:outputs:queue}"),
    ("VAULT", "${vault:secret/data/app}"), ("OUTPUT", "${output:other.Key}"), ("PLUGIN", "${git:sha1}"),
    ("BOOL", "true"), ("NUMBER", "3"), ("EMPTY", ""), ("COMMA", "x, y"),
    ("BLANKS", "orders"), ("JOINED", "a-shop-dev-${ssm:/x}"), ("REFERENCE", "${serverless.yml#Table}"),
    ("SUBSTITUTED", "${serverless.yml#Table}-shop-${AWS::Partition}-${ssm:/x}"),
  ]

  static var inputs: LoadInputs {
    var inputs = LoadInputs()
    inputs.environment = ["GIVEN": "given"]
    inputs.serverlessParameters = ["given": "param"]
    return inputs
  }

  @Test(arguments: expected) func value(_ name: String, _ value: String) throws {
    let graph = try loaded(
      VariableValueTests.configuration, files: VariableValueTests.files, inputs: VariableValueTests.inputs)
    let variable = try #require(graph.function("main")?.environment.first { $0.name == name })
    #expect(variable.value.raw == value)
  }

  @Test func noVariableIsReportedAndTypesAreKept() throws {
    let graph = try loaded(
      VariableValueTests.configuration, files: VariableValueTests.files, inputs: VariableValueTests.inputs)
    let function = try #require(graph.function("main"))
    #expect(graph.problems.map(\.message) == [])
    #expect(function.timeout.value == 7)
    #expect(function.memory.value == 256)
    #expect(function.environment.count == VariableValueTests.expected.count + 1)
  }

  @Test func commandLineDecidesStageAndRegion() throws {
    var inputs = VariableValueTests.inputs
    inputs.stage = "prod"
    inputs.region = "us-west-2"
    let files = VariableValueTests.files.merging(["config.prod.json": #"{"key": 1}"#]) { $1 }
    let graph = try loaded(VariableValueTests.configuration, files: files, inputs: inputs)
    let function = try #require(graph.function("main"))
    let values = Dictionary(uniqueKeysWithValues: function.environment.map { ($0.name, $0.value.raw) })
    #expect(values["STAGE"] == "prod")
    #expect(values["PROVIDER_STAGE"] == "prod")
    #expect(values["PARAM"] == "info")
    #expect(values["OPTION_REGION"] == "us-west-2")
    #expect(values["REGION"] == "us-west-2")
    #expect(values["SSM"] == "${ssm:/app/prod/key}")
    #expect(function.memory.value == 1024)
    #expect(graph.graph.resources.first { $0.kind == .function }?.physicalName.raw == "shop-prod-main")
  }

  @Test func stagesSectionHoldsParameters() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws}
      stages:
        default: {params: {a: shared, b: shared}}
        dev: {params: {a: own}}
      functions:
        main: {handler: a.b, environment: {A: "${param:a}", B: "${param:b}"}}
      """)
    #expect(graph.function("main")?.environment.map(\.value.raw) == ["own", "shared"])
  }

  @Test func customMarksAroundVariables() throws {
    let graph = try loaded(
      #"""
      service: shop
      provider:
        name: aws
        variableSyntax: "\\${{([ ~:a-zA-Z0-9._@'\",\\-\\/\\(\\)]+?)}}"
      custom: {a: value}
      functions:
        main:
          handler: a.b
          environment: {A: "${{self:custom.a}}", B: "${self:custom.a}-x"}
      """#)
    #expect(graph.function("main")?.environment.map(\.value.raw).first == "value")
  }

  @Test func pseudoParametersOfThePluginReachResources() throws {
    let graph = try loaded(
      """
      service: shop
      plugins: [serverless-pseudo-parameters]
      provider: {name: aws}
      functions:
        main: {handler: a.b, environment: {A: "x-#{Table}", B: "#{AWS::Region}"}}
      resources:
        Resources:
          Table: {Type: AWS::DynamoDB::Table}
      """)
    #expect(
      graph.function("main")?.environment.map(\.value.raw) == ["x-${serverless.yml#Table}", "${AWS::Region}"])
  }

  @Test func settingsTakeTheValueOfTheEnvironmentFile() throws {
    let graph = try loaded(
      """
      service: shop
      useDotenv: true
      provider: {name: aws, timeout: "${env:SECONDS}"}
      functions:
        main: {handler: a.b, memorySize: "${env:MEMORY, 256}"}
      """, files: [".env": "SECONDS=25\n"])
    let function = try #require(graph.function("main"))
    #expect(function.timeout.value == 25)
    #expect(function.memory.value == 256)
  }

  @Test func environmentOfAWholeFile() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws, environment: {A: one, B: two}}
      functions:
        main: {handler: a.b, environment: "${file(env.yml)}"}
      """, files: ["env.yml": "B: three\nC: ${self:service}\n"])
    let function = try #require(graph.function("main"))
    #expect(function.environment.map { "\($0.name)=\($0.value.raw)" } == ["A=one", "B=three", "C=shop"])
    #expect(graph.text(function.environment[1].valueSpan) == "three")
  }

  @Test func anOptionWithoutAnAlternativeIsTheStageThatIsAssumed() throws {
    let graph = try loaded(
      """
      service: shop
      provider: {name: aws, stage: "${opt:stage}"}
      custom: {stage: "${opt:stage, self:custom.own}", own: test}
      functions:
        main: {handler: a.b, name: "main-${opt:stage}-${opt:region}-${self:custom.stage}-${opt:color}"}
      """)
    let function = try #require(graph.function("main"))
    #expect(graph.graph[function.id].physicalName == "main-dev-us-east-1-test-${opt:color}")
  }
}
