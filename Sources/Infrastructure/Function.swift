package import Diagnostics

/// A Lambda function's settings, whichever format they were written in.
@usableFromInline package struct Function: Sendable {
  package let id: ResourceID
  /// The key that declares it.
  package let span: Span
  /// Seconds.
  package var timeout: Setting<Int>
  /// What holds when no timeout is written: 3 s for Lambda, 6 s for the Serverless Framework.
  package var defaultTimeout = Limits.defaultTimeout
  /// Megabytes.
  package var memory: Setting<Int>
  /// What holds when no memory is written: 128 MB for Lambda, 1024 MB for the Serverless Framework.
  package var defaultMemory = Limits.leastMemory
  /// Megabytes of `/tmp`; 512 where nothing is written.
  package var ephemeralStorage: Setting<Int>
  /// How many layers it has.
  package var layers: Setting<Int>
  package var runtime: Setting<String>
  package var handler: Setting<String>
  /// How large its code is on disk; unset where there is none.
  package var code: Setting<CodeSize>
  package var isImage = false
  package var reservedConcurrency: Setting<Int>
  package var provisionedConcurrency: Setting<Int>
  /// Whether `ApplyOn: PublishedVersions` is set.
  package var snapStart: Setting<Bool>
  /// `x86_64` or `arm64`.
  package var architecture: Setting<String>
  /// Whether a version or alias is published with each deployment.
  package var publishesAlias = false
  /// `Allow` or `Terminate`; AWS's default is to terminate.
  package var recursiveLoop: Setting<String>
  package var environment: [EnvironmentVariable] = []
  /// Whether the environment has parts that can't be seen, so that a missing variable proves nothing.
  package var environmentIsOpen = false
  /// The whole environment block; nil when none is written.
  package var environmentSpan: Span?
  package var vpc: Placement?
  package var url: FunctionURL?
  /// The dead-letter target of asynchronous invocations.
  package var deadLetter: Reference?
  package var onSuccess: Reference?
  package var onFailure: Reference?
  /// Retries of asynchronous invocations, 0 to 2.
  package var maximumRetries: Setting<Int>
  /// Seconds an asynchronous event may wait.
  package var maximumEventAge: Setting<Int>
  /// The role it runs under, by name or ARN as written; set by the loader.
  package var roleReference: Reference?
  /// The role it runs under; nil when the role lies outside the files.
  @usableFromInline package var role: RoleID?
  /// The log group it writes to, where one is configured.
  package var logGroup: Reference?
  /// Whether it runs at CloudFront's edge.
  package var isEdge = false

  /// A function with every setting unset near its declaration.
  package init(id: ResourceID, span: Span) {
    self.id = id
    self.span = span
    timeout = .unset(near: span)
    memory = .unset(near: span)
    ephemeralStorage = .unset(near: span)
    layers = .unset(near: span)
    runtime = .unset(near: span)
    handler = .unset(near: span)
    code = .unset(near: span)
    reservedConcurrency = .unset(near: span)
    provisionedConcurrency = .unset(near: span)
    snapStart = .unset(near: span)
    architecture = .unset(near: span)
    recursiveLoop = .unset(near: span)
    maximumRetries = .unset(near: span)
    maximumEventAge = .unset(near: span)
  }

  /// Seconds it may run, with the default where nothing is written; nil when that can't be known.
  package var effectiveTimeout: Int? { timeout.value(default: defaultTimeout) }

  /// Megabytes it gets, with the default where nothing is written; nil when that can't be known.
  package var effectiveMemory: Int? { memory.value(default: defaultMemory) }
}

/// How large the code of a function is on disk.
package struct CodeSize: Sendable {
  package let bytes: Int
  /// The bytes of its layers, as far as they lie in the files.
  package let layerBytes: Int
  /// Whether it is an archive, whose content is larger still.
  package let isArchive: Bool
  /// Whether the archive goes to Lambda with the request that makes the function, rather than through a bucket.
  package let isUploadedDirectly: Bool

  package init(bytes: Int, layerBytes: Int = 0, isArchive: Bool, isUploadedDirectly: Bool = false) {
    self.bytes = bytes
    self.layerBytes = layerBytes
    self.isArchive = isArchive
    self.isUploadedDirectly = isUploadedDirectly
  }
}

/// The subnets and security groups a function is attached to.
package struct Placement: Sendable {
  package var subnets: [Reference]
  package var securityGroups: [Reference]
  /// Whether the lists are known to hold every entry.
  package var isComplete: Bool
  package var allowsIPv6: Setting<Bool>
  /// The subnet list, or the whole block where there is none.
  package let span: Span

  package init(
    subnets: [Reference], securityGroups: [Reference], isComplete: Bool, allowsIPv6: Setting<Bool>, span: Span
  ) {
    self.subnets = subnets
    self.securityGroups = securityGroups
    self.isComplete = isComplete
    self.allowsIPv6 = allowsIPv6
    self.span = span
  }
}

/// A function's own HTTPS endpoint.
package struct FunctionURL: Sendable {
  /// `AWS_IAM` or `NONE`.
  package var authorization: Setting<String>
  /// Whether responses are streamed.
  package var streams: Bool
  package let span: Span

  package init(authorization: Setting<String>, streams: Bool, span: Span) {
    self.authorization = authorization
    self.streams = streams
    self.span = span
  }
}

/// One environment variable of a function.
package struct EnvironmentVariable: Sendable {
  /// Where a value comes from, which decides whether it ends as plaintext in the function's configuration.
  package enum Origin: Sendable, Hashable {
    /// Written out in the file.
    case literal
    /// A CloudFormation parameter; `NoEcho` hides it in the console only.
    case parameter(name: String, isNoEcho: Bool, defaultValue: String?)
    /// A parameter of `AWS::SSM::Parameter::Value` type or a plain SSM dynamic reference.
    case ssm(path: String)
    /// An SSM SecureString, decrypted on the way in.
    case ssmSecure(path: String)
    /// A Secrets Manager value, resolved on the way in.
    case secretsManager(id: String)
    /// Another store that a framework resolves while packaging, such as Vault or a Terraform data source.
    case store(name: String)
    /// The environment of whoever deploys.
    case deployer(variable: String)
    /// A variable of the configuration language, such as a Terraform variable, and whether it is marked sensitive.
    case variable(name: String, isSensitive: Bool)
    /// A value made up during deployment, such as a random password.
    case generated(by: String)
    /// A name, ARN or other attribute of a resource.
    case attribute
    /// Not known.
    case unknown
  }

  package let name: String
  package let nameSpan: Span
  /// The value as far as it is known.
  package let value: Text
  package let valueSpan: Span
  package let origin: Origin

  package init(name: String, nameSpan: Span, value: Text, valueSpan: Span, origin: Origin) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
    self.valueSpan = valueSpan
    self.origin = origin
  }
}
