import Diagnostics
import Infrastructure
import TestSupport
import Testing

@testable import Loaders

@Suite struct EvaluationTests {
  /// The value of an expression that may use some declarations.
  private func value(_ expression: String) -> String {
    let configuration = Configuration(
      """
      variable "known" { default = "k" }
      variable "open" {}
      variable "list" { default = ["b", "a", "b"] }
      variable "map" { default = { y = 2, x = 1 } }
      locals {
        name = "${var.open}-jobs"
        deep = { a = [{ b = "c" }] }
      }
      resource "aws_sqs_queue" "q" { name = local.name }
      resource "aws_sqs_queue" "plain" {}
      resource "aws_sqs_queue" "many" {
        count = 2
        name  = "many-${count.index}"
      }
      resource "aws_sqs_queue" "keyed" {
        for_each = { a = "x", b = "y" }
        name     = "${each.key}-${each.value}"
      }
      resource "t" "r" { v = \(expression) }
      """)
    return configuration.text("t.r", "v")
  }

  private static let sqs = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:"

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("7 / 2", "3.5"), ("-7 % 3", "-1"), ("!true", "false"), ("1 < 2 && 2 >= 2", "true"),
    ("\"a\" == \"a\" ? \"y\" : \"n\"", "y"), ("\"${1 + 2}\"", "3"), ("\"n${1 + 2}\"", "n3"),
    ("var.known", "k"), ("var.open", "?main.tf#var.open"), ("\"a-${var.open}\"", "a-${main.tf#var.open}"),
    ("local.deep.a[0].b", "c"), ("local.deep[\"a\"][0][\"b\"]", "c"),
    ("var.list[1]", "a"), ("var.map.x", "1"), ("var.list[*]", "[b, a, b]"), ("local.deep.a[*].b", "[c]"),
    ("null[*]", "[]"), ("\"s\"[*]", "[s]"),
    ("[for v in var.list : upper(v) if v != \"a\"]", "[B, B]"), ("[for i, v in var.list : i]", "[0, 1, 2]"),
    ("{ for k, v in var.map : v => k }", "{1: x, 2: y}"), ("{ for v in var.list : v => 1... }", "{b: [1, 1], a: [1]}"),
    ("[for v in var.open : v.id]", "?main.tf#var.open[*].id"),
    ("\"%{ for v in var.list ~}${v},%{ endfor }\"", "b,a,b,"),
    ("\"%{ if var.known == \"k\" }y%{ else }n%{ endif }\"", "y"),
    ("var.open == \"x\" ? \"same\" : \"same\"", "same"), ("var.open ? \"a\" : null", "a"),
    ("var.open != null && false", "false"),
  ])
  func expressions(_ expression: String, _ result: String) { #expect(value(expression) == result) }

  @Test(arguments: [
    ("aws_sqs_queue.q.name", "${main.tf#var.open}-jobs"), ("aws_sqs_queue.q.arn", sqs + "${main.tf#var.open}-jobs"),
    ("aws_sqs_queue.plain.arn", sqs + "${main.tf#aws_sqs_queue.plain}"),
    ("aws_sqs_queue.many[1].arn", sqs + "many-1"), ("aws_sqs_queue.many[*].name", "[many-0, many-1]"),
    ("aws_sqs_queue.keyed[\"b\"].name", "b-y"), ("[for k, q in aws_sqs_queue.keyed : q.name]", "[a-x, b-y]"),
    ("values(aws_sqs_queue.keyed)[*].name", "[a-x, b-y]"), ("length(aws_sqs_queue.many)", "2"),
    ("aws_sqs_queue.q.strange", "?main.tf#aws_sqs_queue.q.strange"),
    ("try(aws_sqs_queue.many[5].arn, \"none\")", "none"),
    ("aws_sqs_queue.q.id", "https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${main.tf#var.open}-jobs"),
    ("aws_kms_key.elsewhere.arn", "?main.tf#aws_kms_key.elsewhere.arn"),
    ("path.module", "."), ("terraform.workspace", "?main.tf#terraform.workspace"),
  ])
  func references(_ expression: String, _ result: String) { #expect(value(expression) == result) }

  @Test(arguments: [
    ("jsonencode({ b = [1, null], a = \"x\\\"\" })", #"{"a":"x\"","b":[1,null]}"#),
    ("jsondecode(jsonencode({ a = 1 })).a", "1"), ("jsondecode(\"{\\\"a\\\": [true]}\").a[0]", "true"),
    ("format(\"%s-%03d-%v%%\", var.known, 7, true)", "k-007-true%"),
    ("format(\"%s\", var.open)", "${main.tf#var.open}"), ("formatlist(\"%s!\", var.list)", "[b!, a!, b!]"),
    ("join(\",\", var.list)", "b,a,b"), ("join(\"-\", [\"a\", var.open])", "a-${main.tf#var.open}"),
    ("split(\"-\", \"a-b\")", "[a, b]"), ("concat(var.list, [\"c\"])", "[b, a, b, c]"),
    ("merge(var.map, { x = 9 }, null)", "{y: 2, x: 9}"), ("lookup(var.map, \"z\", 5)", "5"),
    ("lookup(var.map, \"x\", 5)", "1"), ("keys(var.map)", "[x, y]"), ("values(var.map)", "[1, 2]"),
    ("toset(var.list)", "[a, b]"), ("distinct(var.list)", "[b, a]"), ("sort(var.list)", "[a, b, b]"),
    ("tostring(5)", "5"), ("tonumber(\"5\") + 1", "6"), ("tobool(\"true\")", "true"),
    ("try(var.map.z, \"d\")", "d"), ("try(tonumber(\"x\"), 3)", "3"), ("can(var.map.z)", "false"),
    ("try([var.map.z], [])", "[]"),
    ("can(var.map.x)", "true"), ("coalesce(null, \"\", \"a\")", "a"), ("coalescelist([], [1])", "[1]"),
    ("compact([\"\", \"a\", null])", "[a]"), ("flatten([[1], [[2]], 3])", "[1, 2, 3]"),
    ("element(var.list, 4)", "a"), ("contains(var.list, \"a\")", "true"), ("index(var.list, \"a\")", "1"),
    ("one([7])", "7"), ("slice(var.list, 1, 3)", "[a, b]"), ("reverse([1, 2])", "[2, 1]"), ("range(3)", "[0, 1, 2]"),
    ("zipmap([\"a\"], [1])", "{a: 1}"), ("setproduct([1, 2], [3])", "[[1, 3], [2, 3]]"),
    ("setsubtract(var.list, [\"a\"])", "[b, b]"), ("min(2, 1)", "1"), ("max([1, 5]...)", "5"), ("ceil(1.2)", "2"),
    ("lower(\"AB\")", "ab"), ("title(\"ab cd\")", "Ab Cd"), ("replace(\"a.b\", \".\", \"-\")", "a-b"),
    ("trimsuffix(\"a.zip\", \".zip\")", "a"), ("trimprefix(\"x-a\", \"x-\")", "a"), ("substr(\"hello\", 1, 3)", "ell"),
    ("startswith(\"abc\", \"ab\")", "true"), ("base64decode(base64encode(\"héj\"))", "héj"),
    ("upper(\"${var.open}-x\")", "${main.tf#upper(var.open)}-X"), ("sha1(var.known)", "?main.tf#sha1('k')"),
    ("split(\":\", aws_sqs_queue.plain.arn)[5]", "${main.tf#aws_sqs_queue.plain}"), ("alltrue([true, false])", "false"),
    ("replace(\"a1\", \"/[0-9]/\", \"\")", "?main.tf#replace('a1', '/[0-9]/', '')"),
  ])
  func functions(_ expression: String, _ result: String) { #expect(value(expression) == result) }

  @Test func instancesAndBlocks() {
    let configuration = Configuration(
      """
      variable "on" { default = false }
      variable "open" {}
      resource "a" "none" { count = var.on ? 1 : 0 }
      resource "a" "open" { count = var.open ? 1 : 0 }
      resource "a" "each" {
        for_each = toset(["b", "a\\".x"])
        v        = each.key
      }
      resource "a" "unknown" {
        for_each = var.open
        v        = each.value.arn
      }
      resource "a" "blocks" {
        one { x = 1 }
        dynamic "two" {
          for_each = { k = 1, l = 2 }
          iterator = it
          content {
            key = it.key
            three { v = it.value }
          }
        }
        dynamic "one" {
          for_each = [2]
          content { x = one.value }
        }
        dynamic "empty" {
          for_each = var.on ? [1] : []
          content {}
        }
      }
      """)
    #expect(
      configuration.addresses == [
        "a.open", #"a.each["a\".x"]"#, #"a.each["b"]"#, "a.unknown", "a.blocks",
      ])
    #expect(configuration.text(#"a.each["b"]"#, "v") == "b")
    #expect(configuration.text("a.unknown", "v") == "?main.tf#var.open.value.arn")
    #expect(configuration.text("a.blocks", "one") == "[{x: 1}, {x: 2}]")
    #expect(configuration.text("a.blocks", "two") == "[{key: k, three: [{v: 1}]}, {key: l, three: [{v: 2}]}]")
    #expect(configuration.text("a.blocks", "empty") == "[]")
  }

  @Test func cyclesEnd() {
    let configuration = Configuration(
      """
      locals {
        a = local.b
        b = "x${local.a}"
      }
      resource "aws_sqs_queue" "q" { name = aws_sqs_queue.q.arn }
      resource "r" "v" { v = local.a }
      module "m" { source = "./" }
      """)
    #expect(configuration.text("r.v", "v") == "x${main.tf#local.a}")
    #expect(configuration.addresses == ["aws_sqs_queue.q", "r.v"])
  }

  @Test func longChainsAndBigCountsEnd() {
    let links = (1..<2000).map { "l\($0) = local.l\($0 - 1)" }.joined(separator: "\n")
    let configuration = Configuration(
      """
      locals {
        l0 = "end"
        \(links)
      }
      resource "r" "short" { v = local.l40 }
      resource "r" "long" { v = local.l1999 }
      resource "r" "many" { count = 1000000 }
      resource "r" "loop" { v = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]] }
      """)
    #expect(configuration.text("r.short", "v") == "end")
    #expect(configuration.text("r.long", "v").hasPrefix("?main.tf#local.l"))
    #expect(configuration.addresses.filter { $0.hasPrefix("r.many") }.count == 1000)
  }
}
