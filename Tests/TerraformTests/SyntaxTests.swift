import Diagnostics
import Testing

@testable import Loaders

@Suite struct SyntaxTests {
  private static let id = FileID(0)

  private func parse(_ text: String) throws -> (file: SourceFile, body: HCLBody) {
    let file = SourceFile(path: "main.tf", bytes: Array(text.utf8))
    return (file, try HCLParser.parse(file, id: SyntaxTests.id))
  }

  private func value(_ text: String) throws -> String {
    let (_, body) = try parse("x = " + text)
    return SyntaxTree.text(try #require(body.attribute("x")).value)
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"),
    ("1 - 2 - 3", "(- (- 1 2) 3)"),
    ("a || b && c", "(|| a (&& b c))"),
    ("!a == b", "(== (! a) b)"),
    ("a == b && c != d", "(&& (== a b) (!= c d))"),
    ("a <= 1 || b > -2", "(|| (<= a 1) (> b (neg 2)))"),
    ("a ? b : c ? d : e", "(if a b (if c d e))"),
    ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
    ("7 % 3 / 2", "(/ (% 7 3) 2)"),
    ("1.5e3", "1.5e3"),
  ])
  func precedence(_ source: String, _ tree: String) throws { #expect(try value(source) == tree) }

  @Test(arguments: [
    ("aws_sqs_queue.q.arn", "aws_sqs_queue.q.arn"),
    ("a[0].b", "a[0].b"),
    ("a.0.b", "a[0].b"),
    ("a[each.key].arn", "a[each.key].arn"),
    ("a[*].b[0].c", "a[*]{.b[0].c}"),
    ("a.*.b.c", "a[*]{.b.c}"),
    ("a.*.b[0]", "a[*]{.b}[0]"),
    ("values(module.m)[*].arn", "values(module.m)[*]{.arn}"),
    ("f(a, b...)", "f(a, b...)"),
    ("f(\n  a,\n  b,\n)", "f(a, b)"),
    ("provider::aws::arn_parse(a)", "provider::aws::arn_parse(a)"),
    ("[1, 2,\n 3,\n]", "[1, 2, 3]"),
    ("{ a = 1, \"b\" : 2\n (c) = 3 }", "{\"a\": 1, \"b\": 2, c: 3}"),
    ("{ for = 1 }", "{\"for\": 1}"),
    ("{\n  a = 1 # one\n  // two\n  b = /* three */ 2\n}", "{\"a\": 1, \"b\": 2}"),
    ("[for k, v in m : v if k != \"\"]", "(for k v in m: v if (!= k \"\"))"),
    ("{for v in l : v.a => v.b... }", "(for v in l: v.a => v.b...)"),
    ("[\n  for v in l :\n  v\n]", "(for v in l: v)"),
    ("(\n  a\n  ? b\n  : c\n)", "(if a b c)"),
  ])
  func terms(_ source: String, _ tree: String) throws { #expect(try value(source) == tree) }

  @Test(arguments: [
    (#""a-${var.x}-b""#, #""a-${var.x}-b""#),
    (#""$${a} %%{b} 100% $5""#, #""${a} %{b} 100% $5""#),
    (#""\n\t\"\\A""#, "\"\n\t\"\\A\""),
    (#""${"${"deep"}"}""#, #""${"${"deep"}"}""#),
    (#""${ {a = "}"} }""#, #""${{"a": "}"}}""#),
    (#""a ${~ x ~} b""#, #""a${x}b""#),
    (#""%{ if a }yes%{ else }no%{ endif }""#, #""%{if a yes | no}""#),
    (#""%{ for k, v in m ~} ${k} %{ endfor }.""#, #""%{for k v in m ${k} }.""#),
    (#""${f(\#n1,\#n2)}""#, #""${f(1, 2)}""#),
  ])
  func templates(_ source: String, _ tree: String) throws { #expect(try value(source) == tree) }

  @Test(arguments: [
    ("<<EOF\na\n  b ${c}\nEOF\n", "\"a\n  b ${c}\n\""),
    ("<<-EOF\n    a\n\n      b\n    EOF\n", "\"a\n\n  b\n\""),
    ("<<-EOF\n\t${a}\n\t\tb\nEOF\n", "\"${a}\n\tb\n\""),
    ("<<EOF\r\na\\n\r\nEOF\r\n", "\"a\\n\n\""),
    ("<<EOF\nEOFX\n EOF\n", "\"EOFX\n\""),
    ("f(<<EOF\na\nEOF\n, 2)", "f(\"a\n\", 2)"),
    ("<<A\n${f(<<B\nx\nB\n)}\nA\n", "\"${f(\"x\n\")}\n\""),
  ])
  func heredocs(_ source: String, _ tree: String) throws { #expect(try value(source) == tree) }

  @Test func blocks() throws {
    let (file, body) = try parse(
      """
      \u{FEFF}variable prefix { type = "string" }
      resource "aws_sqs_queue" "q" {
        name = "jobs" // the name

        dynamic "x" {
          for_each = []
          content {}
        }
      }
      """)
    #expect(body.blocks.map(\.type) == ["variable", "resource"])
    #expect(body.blocks.map(\.labels) == [["prefix"], ["aws_sqs_queue", "q"]])
    let queue = body.blocks[1]
    #expect(file.text(of: queue.header) == #"resource "aws_sqs_queue" "q""#)
    let name = try #require(queue.body.attribute("name"))
    #expect(file.text(of: name.nameSpan) == "name")
    #expect(file.text(of: name.value.span) == #""jobs""#)
    #expect(queue.body.blocks("dynamic").map(\.labels) == [["x"]])
  }

  @Test func spansOfInnerExpressions() throws {
    let (file, body) = try parse(#"x = merge({ é = "${var.a}-b" }, [for k in l : k.id])"#)
    guard case .call(_, let arguments, _) = try #require(body.attribute("x")).value.kind,
      case .object(let items) = arguments[0].kind, case .template(let parts) = items[0].value.kind,
      case .interpolation(let inner) = parts[0], case .loop(let loop) = arguments[1].kind
    else {
      Issue.record("not the tree that was written")
      return
    }
    #expect(file.text(of: items[0].key.span) == "é")
    #expect(file.text(of: items[0].value.span) == #""${var.a}-b""#)
    #expect(file.text(of: inner.span) == "var.a")
    #expect(file.text(of: loop.value.span) == "k.id")
    #expect(file.text(of: arguments[1].span) == "[for k in l : k.id]")
  }

  @Test func jsonStringsKeepTheirPlace() throws {
    let file = SourceFile(path: "a.tf.json", bytes: Array(#"{"a": "x-${var.b}"}"#.utf8))
    let span = Span(file: SyntaxTests.id, start: 6, end: 18)
    let plain = try HCLParser.template("x-${var.b}", at: span, isQuoted: true)
    guard case .template(let parts) = plain.kind, case .interpolation(let inner) = parts[1] else {
      Issue.record("not the tree that was written")
      return
    }
    #expect(file.text(of: inner.span) == "var.b")
    let escaped = try HCLParser.template("${a}", at: span, isQuoted: true)
    guard case .template(let pieces) = escaped.kind, case .interpolation(let whole) = pieces[0] else { return }
    #expect(whole.span == span)
  }

  @Test(arguments: [
    ("a = ", "1:5", "the file ends where a value belongs"),
    ("a = \nb = 1", "1:5", "the line ends where a value belongs"),
    ("a = \"x\nb = 1", "1:5", "this string is never closed"),
    ("resource \"a\" \"b\" {\n  x = 1\n", "1:18", "the block 'resource' is never closed"),
    ("a = [1, 2", "1:5", "this list is never closed"),
    ("a = [1 2]", "1:8", "expected ',' or ']', found '2'"),
    ("a = {b = 1", "1:5", "this object is never closed"),
    ("a = f(1", "1:6", "the call of 'f' is never closed"),
    ("a = (1", "1:5", "this parenthesis is never closed"),
    ("a = <<EOF\nx\n", "1:5", "this heredoc is never closed: no line 'EOF'"),
    ("a = 1 2", "1:7", "expected a new line, found '2'"),
    ("a b", "1:4", "the file ends where '=' or '{' after 'a' belongs"),
    ("= 1", "1:1", "expected an attribute or a block, found '='"),
    ("}", "1:1", "expected an attribute or a block, found '}'"),
    ("a = \"${b\"", "1:9", "expected '}' of the interpolation, found '\"'"),
    ("a = \"\\q\"", "1:6", "'\\q' is no escape; write '\\\\' for a backslash"),
    ("a = \"%{ if b }\"", "1:6", "this 'if' has no 'endif'"),
    ("a = \"%{ endif }\"", "1:5", "this template ends a directive that it does not begin"),
    ("a = b ? c", "1:10", "the file ends where ':' of the conditional belongs"),
    ("a = é ^", "1:7", "expected a new line, found '^'"),
  ])
  func errors(_ source: String, _ place: String, _ message: String) throws {
    let file = SourceFile(path: "main.tf", bytes: Array(source.utf8))
    do {
      _ = try HCLParser.parse(file, id: SyntaxTests.id)
      Issue.record("was read")
    } catch {
      let position = file.position(at: error.span.start)
      #expect("\(position.line):\(position.column)" == place)
      #expect(error.message == message)
    }
  }

  @Test(arguments: ["(", "[", "{a=", "f(", "-", "!", "\"${", "a?", "1+(", "[for a in "])
  func deepNestingEnds(_ opening: String) {
    let source = "x = " + String(repeating: opening, count: 20_000)
    let file = SourceFile(path: "main.tf", bytes: Array(source.utf8))
    #expect(throws: Problem.self) { try HCLParser.parse(file, id: SyntaxTests.id) }
  }

  @Test(arguments: [" + a", ".b", "[0]", " ? a : a", " && a"])
  func longChainsEnd(_ link: String) {
    let source = "x = a" + String(repeating: link, count: 20_000)
    let file = SourceFile(path: "main.tf", bytes: Array(source.utf8))
    #expect(throws: Problem.self) { try HCLParser.parse(file, id: SyntaxTests.id) }
  }
}
