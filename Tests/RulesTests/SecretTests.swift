import Analyses
import Diagnostics
import Infrastructure
import Rules
import TestSupport
import Testing

@Suite struct SecretTests {
  /// One variable and what the rule says of it: nothing, or the severity of its finding.
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let value: String
    let severity: Severity?

    var testDescription: String { "\(name): \(value.prefix(8))…" }

    init(_ name: String, _ value: String, _ severity: Severity?) {
      self.name = name
      self.value = value
      self.severity = severity
    }
  }

  /// Values are put together from parts, so that no scanner takes the tests for a leak.
  static let examples: [Example] = [
    Example("ID", "AKIA" + "Q3EGRVZ7JD2XKLMN", .error),
    Example("ID", "AKIA" + "IOSFODNN7EXAMPLE", nil),
    Example("HOOK", "https://hooks.slack.com/services/" + "T01ABCDEF/B02GHIJKL/x8Kd93mQpLs0", .error),
    Example("HOOK", "https://discord.com/api/webhooks/" + "1023456789012345678/abcDEF123ghiJKL456mno", .error),
    Example("HOOK", "https://discord.com/api/v10/gateway", nil),
    Example("HOOK", "https://acme.webhook.office.com/webhookb2/" + "6b3ba5ea-708c-4629-9f20-7c1b09d46619@0ca8", .error),
    Example("PAYMENTS", "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", .error),
    Example("PAYMENTS", "pk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", nil),
    Example("STORE", "postgres://app:" + "vK8sQ2mZ" + "@db.shop.internal:5432/orders", .error),
    Example("STORE", "postgres://app@db.shop.internal:5432/orders", nil),
    Example("STORE", "postgres://postgres:postgres@localhost:5432/orders", nil),
    Example("PEM", "-----BEGIN RSA PRIVATE KEY-----", .error),
    Example("PEM", "-----BEGIN PUBLIC KEY-----", nil),
    Example("DB_PASSWORD", "Tr0ub4dor", .error),
    Example("dbPassword", "Tr0ub4dor", .error),
    Example("DB_PASSWORD", "changeme", nil),
    Example("DB_PASSWORD", "<your-password>", nil),
    Example("API_KEY", "9f3b1c7e5a2d4860b7c9e1f3a5d70246", .error),
    Example("API_KEY", "/shop/stripe/key", nil),
    Example("API_KEY", "8db26a78-a7ca-4dce-a7c7-d3b0f7669169", nil),
    Example("ATLAS_SECRET_KEY", "8db26a78-a7ca-4dce-a7c7-d3b0f7669169", .error),
    Example("DB_PASSWORD", "AQICAHh" + String(repeating: "k7Qm9zXp", count: 20) + "kI=", nil),
    Example("DB_PASSWORD", "AQICAHh7k7Qm9zXp", .error),
    Example("API_KEY_PARAMETER", "9f3b1c7e5a2d4860b7c9e1f3a5d70246", nil),
    Example("MONKEY", "9f3b1c7e5a2d4860b7c9e1f3a5d70246", nil),
    Example("PARTITION_KEY", "customer9id8of7shop", nil),
    Example("TOKEN_HEADER", "X-Auth-Token-2024ab", nil),
    Example("TOKEN_TTL", "3600", nil),
    Example("JWT_EXPIRES_IN", "9f3b1c7e5a2d4860b7c9e1f3a5d70246", nil),
    Example("PASSWORD_SALT_ROUNDS", "9f3b1c7e5a2d4860", nil),
    Example("SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop", nil),
    Example("PASSWORD_POLICY", "min8-upper1-digit1", nil),
  ]

  @Test(arguments: examples) func aLiteralIsJudgedByItsShapeAndName(_ example: Example) throws {
    let loaded = try LoadedGraph(
      template: """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Charge:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.b
              Environment:
                Variables:
                  \(example.name): '\(example.value)'
        """)
    let findings = try findings(in: loaded)
    #expect(findings.first?.severity == example.severity)
    guard let finding = findings.first else { return }
    #expect(finding.variable == example.name && finding.function == "Charge")
    #expect(finding.secrets == [finding.span])
    #expect(!finding.message.contains(example.value.dropFirst(4)), "the message shows four characters at most")
    #expect(loaded.text(finding.span) == "'\(example.value)'")
  }

  @Test func aParametersDefaultIsMaskedWhereItIsWritten() throws {
    let loaded = try LoadedGraph(
      template: """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Password:
            Type: String
            Default: Tr0ub4dor
        Resources:
          Charge:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.b
              Environment:
                Variables:
                  DB_PASSWORD: !Ref Password
        """)
    let finding = try #require(try findings(in: loaded).first)
    #expect(finding.message == "'DB_PASSWORD' holds the default of 'Password' in plaintext: Tr…")
    #expect(loaded.text(finding.span) == "!Ref Password" || loaded.text(finding.span) == "Password")
    #expect(finding.secrets.map(loaded.text).contains { $0.contains("Tr0ub4dor") })
  }

  private func findings(in loaded: LoadedGraph) throws -> [Finding] {
    let rule = try #require(Catalog.all.first { $0.id == "secret-in-environment" })
    return rule.findings(in: Facts(loaded.graph))
  }
}
