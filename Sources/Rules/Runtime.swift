/// What AWS announced for a Lambda runtime.
struct Runtime: Sendable {
  let name: String
  /// The days, as `YYYY-MM-DD`, on which support ends, no function can be made, and none can be changed.
  let deprecated: String
  let blocksCreation: String?
  let blocksUpdate: String?
  let successor: String?

  init(_ name: String, _ deprecated: String, _ creation: String?, _ update: String?, _ successor: String?) {
    self.name = name
    self.deprecated = deprecated
    blocksCreation = creation
    blocksUpdate = update
    self.successor = successor
  }

  /// As the runtimes page of the Lambda guide had them on 2026-11-20, by way of cfn-lint 1.55.1.
  static let all: [Runtime] = [
    Runtime("nodejs", "2016-08-30", "2016-09-30", "2016-10-31", "nodejs24.x"),
    Runtime("dotnetcore2.0", "2019-05-30", "2019-04-30", "2019-05-30", "dotnet10"),
    Runtime("dotnetcore1.0", "2019-06-27", "2019-06-30", "2019-07-30", "dotnet10"),
    Runtime("nodejs6.10", "2019-08-12", "2019-07-12", "2019-08-12", "nodejs24.x"),
    Runtime("nodejs4.3", "2020-03-05", "2020-02-03", "2020-03-05", "nodejs24.x"),
    Runtime("nodejs4.3-edge", "2020-03-05", "2019-03-31", "2019-04-30", "nodejs24.x"),
    Runtime("nodejs8.10", "2020-03-06", "2020-02-04", "2020-03-06", "nodejs24.x"),
    Runtime("python2.7", "2021-07-15", "2021-07-15", "2022-05-30", "python3.14"),
    Runtime("nodejs10.x", "2021-07-30", "2021-07-30", "2022-02-14", "nodejs24.x"),
    Runtime("ruby2.5", "2021-07-30", "2021-07-30", "2022-03-31", "ruby4.0"),
    Runtime("dotnetcore2.1", "2022-01-05", "2022-01-05", "2022-04-13", "dotnet10"),
    Runtime("python3.6", "2022-07-18", "2022-07-18", "2022-08-29", "python3.14"),
    Runtime("nodejs12.x", "2023-03-31", "2023-03-31", "2023-04-30", "nodejs24.x"),
    Runtime("dotnetcore3.1", "2023-04-03", "2023-04-03", "2023-05-03", "dotnet10"),
    Runtime("nodejs14.x", "2023-12-04", "2024-01-09", "2027-03-03", "nodejs24.x"),
    Runtime("python3.7", "2023-12-04", "2024-01-09", "2027-03-03", "python3.14"),
    Runtime("ruby2.7", "2023-12-07", "2024-01-09", "2027-03-03", "ruby4.0"),
    Runtime("go1.x", "2024-01-08", "2024-02-08", "2027-03-03", "provided.al2023"),
    Runtime("java8", "2024-01-08", "2024-02-08", "2027-03-03", "java25"),
    Runtime("provided", "2024-01-08", "2024-02-08", "2027-03-03", "provided.al2023"),
    Runtime("nodejs16.x", "2024-06-12", "2027-02-01", "2027-03-03", "nodejs24.x"),
    Runtime("python3.8", "2024-10-14", "2027-02-01", "2027-03-03", "python3.14"),
    Runtime("dotnet6", "2024-12-20", "2027-02-01", "2027-03-03", "dotnet10"),
    Runtime("nodejs18.x", "2025-09-01", "2027-02-01", "2027-03-03", "nodejs24.x"),
    Runtime("python3.9", "2025-12-15", "2027-02-01", "2027-03-03", "python3.14"),
    Runtime("ruby3.2", "2026-03-31", "2027-02-01", "2027-03-03", "ruby4.0"),
    Runtime("nodejs20.x", "2026-04-30", "2027-02-01", "2027-03-03", "nodejs24.x"),
    Runtime("provided.al2", "2026-07-31", "2027-02-01", "2027-03-03", "provided.al2023"),
    Runtime("python3.10", "2026-10-31", "2027-02-01", "2027-03-03", "python3.14"),
    Runtime("dotnet8", "2026-11-10", "2027-02-01", "2027-03-03", "dotnet10"),
    Runtime("dotnet9", "2026-11-10", nil, nil, "dotnet10"),
    Runtime("ruby3.3", "2027-03-31", "2027-04-30", "2027-05-31", "ruby4.0"),
    Runtime("nodejs22.x", "2027-04-30", "2027-06-01", "2027-07-01", "nodejs24.x"),
    Runtime("java11", "2027-06-30", "2027-07-31", "2027-08-31", "java25"),
    Runtime("java17", "2027-06-30", "2027-07-31", "2027-08-31", "java25"),
    Runtime("java8.al2", "2027-06-30", "2027-07-31", "2027-08-31", "java25"),
    Runtime("python3.11", "2027-06-30", "2027-07-31", "2027-08-31", "python3.14"),
    Runtime("ruby3.4", "2028-03-31", "2028-04-30", "2028-05-31", "ruby4.0"),
    Runtime("nodejs24.x", "2028-04-30", "2028-06-01", "2028-07-01", nil),
    Runtime("python3.12", "2028-10-31", "2028-11-30", "2029-01-10", "python3.14"),
    Runtime("dotnet10", "2028-11-14", "2028-12-14", "2029-01-15", nil),
    Runtime("ruby4.0", "2029-03-31", "2029-04-30", "2029-05-31", nil),
    Runtime("java21", "2029-06-30", "2029-07-31", "2029-08-31", "java25"),
    Runtime("java25", "2029-06-30", "2029-07-31", "2029-08-31", nil),
    Runtime("provided.al2023", "2029-06-30", "2029-07-31", "2029-08-31", nil),
    Runtime("python3.13", "2029-06-30", "2029-07-31", "2029-08-31", "python3.14"),
    Runtime("python3.14", "2029-06-30", "2029-07-31", "2029-08-31", nil),
  ]

  static func find(_ name: String) -> Runtime? { all.first { $0.name == name } }
}
