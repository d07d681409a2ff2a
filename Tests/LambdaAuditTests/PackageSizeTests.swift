import Diagnostics
import Foundation
import LambdaAudit
import TestSupport
import Testing

/// What is counted on a disk; large files are holes, which take no room.
@Suite struct PackageSizeTests {
  private func audit(_ scratch: Scratch, _ name: String) -> [String] {
    var request = AuditRequest(paths: [scratch.file(name)])
    request.only = ["oversized-package"]
    return Audit.run(request).report.findings.map(\.message)
  }

  private func hole(_ scratch: Scratch, _ name: String, megabytes: Int) throws {
    try scratch.write(Data(), to: name)
    let handle = try #require(FileHandle(forWritingAtPath: scratch.file(name)))
    try handle.truncate(atOffset: UInt64(megabytes) << 20)
    try handle.close()
  }

  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Report:
        Type: AWS::Serverless::Function
        Properties: {Handler: a.b, Runtime: python3.13, CodeUri: src}
    """

  @Test func filesAreCountedWithoutReadingThem() throws {
    let scratch = try Scratch(["template.yaml": PackageSizeTests.template])
    try hole(scratch, "src/deep/model.bin", megabytes: 200)
    try hole(scratch, "src/other.bin", megabytes: 100)
    #expect(
      audit(scratch, "template.yaml") == [
        "the code of 'Report' has 300 MB unzipped, and Lambda takes 250 MB unzipped"
      ])
  }

  @Test func linksAreNotFollowed() throws {
    let scratch = try Scratch(["template.yaml": PackageSizeTests.template])
    try hole(scratch, "src/model.bin", megabytes: 200)
    try FileManager.default.createSymbolicLink(atPath: scratch.file("src/again"), withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(atPath: scratch.file("src/twice"), withDestinationPath: "model.bin")
    #expect(audit(scratch, "template.yaml") == [])
  }

  @Test func nothingOutsideTheProjectIsCounted() throws {
    let outside = try Scratch()
    try hole(outside, "model.bin", megabytes: 300)
    let template = PackageSizeTests.template.replacingOccurrences(of: "CodeUri: src", with: "CodeUri: \(outside.path)")
    #expect(audit(try Scratch(["template.yaml": template]), "template.yaml") == [])
    let scratch = try Scratch(["template.yaml": PackageSizeTests.template])
    try FileManager.default.createSymbolicLink(atPath: scratch.file("src"), withDestinationPath: outside.path)
    #expect(audit(scratch, "template.yaml") == [])
  }

  private static let function = """
    resource "aws_lambda_function" "report" {
      function_name = "report"
      role          = "arn:aws:iam::123456789012:role/report"
      handler       = "a.b"
      runtime       = "python3.13"
      filename      = FILE
    }

    """

  @Test func terraformUploadsAnArchiveDirectly() throws {
    let text = PackageSizeTests.function.replacingOccurrences(of: "FILE", with: #""${path.module}/app.zip""#)
    let scratch = try Scratch(["main.tf": text])
    try hole(scratch, "app.zip", megabytes: 51)
    #expect(
      audit(scratch, "main.tf") == [
        "the archive of 'aws_lambda_function.report' has 51 MB, and Lambda takes 50 MB by direct upload"
      ])
    try hole(scratch, "app.zip", megabytes: 50)
    #expect(audit(scratch, "main.tf") == [])
  }

  @Test func terraformPacksAFolder() throws {
    let archive = """
      data "archive_file" "code" {
        type        = "zip"
        source_dir  = "src"
        output_path = "build/app.zip"
        excludes    = ["data/**"]
      }

      """
    let text = PackageSizeTests.function.replacingOccurrences(of: "FILE", with: "data.archive_file.code.output_path")
    let scratch = try Scratch(["main.tf": archive + text])
    try hole(scratch, "src/data/set.csv", megabytes: 300)
    #expect(audit(scratch, "main.tf") == [])
    try hole(scratch, "src/model.bin", megabytes: 300)
    #expect(
      audit(scratch, "main.tf") == [
        "the code of 'aws_lambda_function.report' has 300 MB unzipped, and Lambda takes 250 MB unzipped"
      ])
  }
}
