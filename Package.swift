// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  // Types made of generic ones are put together by direct calls. By their names, which is the default, each costs a search
  // through all conformances of the program when it is first needed: two thirds of a small audit.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

/// One floor of the house; the arrows are explained in docs/architecture.md.
func floor(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let ordered: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

let everything: [Target.Dependency] = [
  "LambdaAudit", "Rules", "Reporters", "Loaders", "Analyses", "Documents", "Infrastructure", "Diagnostics", "Threads",
]

func tests(_ name: String, _ more: [Target.Dependency] = [], leavingOut files: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: everything + ["TestSupport"] + more, exclude: files, swiftSettings: settings)
}

let package = Package(
  name: "lambda-audit",
  platforms: [.macOS(.v13)],
  products: [.executable(name: "lambda-audit", targets: ["lambda-audit"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CMalloc"),
    floor("Threads", ["CMalloc"]),
    floor("Diagnostics"),
    floor("Documents", ["CLibYAML", "Diagnostics", "Threads"]),
    floor("Infrastructure", ["Diagnostics", ordered]),
    floor("Analyses", ["Infrastructure", "Diagnostics", "Threads", ordered]),
    floor("Loaders", ["Documents", "Infrastructure", "Diagnostics", ordered]),
    floor("Rules", ["Analyses", "Infrastructure", "Diagnostics", "Threads"]),
    floor("Reporters", ["Analyses", "Infrastructure", "Diagnostics", "Threads"]),
    floor(
      "LambdaAudit",
      ["Rules", "Reporters", "Loaders", "Analyses", "Documents", "Infrastructure", "Diagnostics", "Threads"]),
    .executableTarget(
      name: "lambda-audit",
      dependencies: [
        "LambdaAudit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "lambda-audit-bench", dependencies: ["CLibYAML", "Documents", "Diagnostics"], path: "Tests/Benchmarks",
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: everything, path: "Tests/TestSupport", swiftSettings: settings),
    tests("ThreadsTests"),
    tests("DiagnosticsTests"),
    tests("DocumentsTests"),
    tests("InfrastructureTests"),
    tests("AnalysesTests"),
    tests("CloudFormationTests"),
    tests("ServerlessFrameworkTests"),
    tests("TerraformTests"),
    tests("RulesTests"),
    tests("ReportersTests", leavingOut: ["Snapshots"]),
    tests("LambdaAuditTests", ["lambda-audit"]),
  ]
)
