package import Diagnostics
import Infrastructure
import OrderedCollections

/// Reads the `.tf` and `.tf.json` files of a directory, which are one module, and the local modules it calls.
package enum TerraformConfigurationLoader {
  /// - Parameters:
  ///   - directory: relative to the working directory; empty for the working directory itself.
  ///   - files: the paths of the module's files in sorted order.
  /// - Throws: the first syntax error; what the other files declare is in the graph all the same.
  package static func load(directory: String, files: [String], into context: inout LoadContext) throws(Problem) {
    let stack = evaluate(directory: directory, files: files, into: &context)
    TerraformMapper.map(stack, into: &context)
    for failure in stack.failures.dropFirst() { context.problems.note(failure) }
    if let failure = stack.failures.first { throw failure }
  }

  /// The instances that a root module makes, those of the modules it calls included.
  package static func evaluate(
    directory: String, files: [String], into context: inout LoadContext
  ) -> TerraformStack {
    // Moved, not copied: the run's graph may be large.
    var taken = LoadContext(inputs: context.inputs, files: context.files)
    swap(&taken, &context)
    let scope = files.count == 1 ? files[0] : directory.isEmpty ? "." : directory
    let evaluator = HCLEvaluator(context: taken, reader: ModuleReader(), rootDirectory: directory, scope: scope)
    taken = LoadContext(inputs: context.inputs, files: context.files)
    let configuration = evaluator.reader.module(directory, files: files, into: &evaluator.context)
    let given = VariableValues(of: configuration, in: directory, with: evaluator)
    let root = TerraformModule(configuration, directory: directory, address: "", inputs: .given(given.values))
    var instances: [TerraformInstance] = []
    collect(root, with: evaluator, into: &instances)
    context = evaluator.context
    for (use, definition) in evaluator.origins { context.builder.note(origin: definition, of: use) }
    var stack = TerraformStack(instances: instances, scope: scope)
    stack.failures = evaluator.reader.failures
    return stack
  }

  private static func collect(
    _ module: TerraformModule, with evaluator: HCLEvaluator, into instances: inout [TerraformInstance]
  ) {
    let writer = TerraformValueWriter(evaluator: evaluator)
    for declaration in module.configuration.resources.values {
      for instance in evaluator.instances(of: declaration, in: module).all {
        instances.append(Self.instance(instance, with: writer))
      }
    }
    for name in module.configuration.calls.keys {
      for child in evaluator.children(name, in: module).all {
        collect(child.module, with: evaluator, into: &instances)
      }
    }
  }

  private static func instance(_ instance: ResourceInstance, with writer: TerraformValueWriter) -> TerraformInstance {
    let block = instance.declaration.block
    var values = writer.evaluator.values(of: block.body, in: instance.scope)
    for name in ["count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"] {
      values[name] = nil
    }
    for name in TerraformIdentityTable.rows[instance.declaration.type]?.names ?? [] {
      // A name that can't be known is still a name: the same wherever it is referred to.
      guard let value = values[name], let unknown = value.unknown else { continue }
      values[name] = HCLValue(.text(.symbol(unknown.symbol)), value.span).keyed(value.keySpan ?? value.span)
    }
    if instance.declaration.isData, instance.declaration.type == "aws_iam_policy_document" {
      values["json"] = writer.evaluator.attribute("json", of: instance, at: block.header)
    }
    return TerraformInstance(
      address: instance.address, module: instance.module.address, type: instance.declaration.type,
      name: instance.declaration.name, isData: instance.declaration.isData,
      attributes: TerraformValue(.object(writer.entries(values)), block.body.span),
      span: instance.argument ?? block.header)
  }
}

extension TerraformConfigurationLoader {
  /// The directories of a list that are root modules: those that no other one calls.
  ///
  /// Directories that call each other in a ring are taken as they come.
  package static func roots(of directories: [String], into context: inout LoadContext) -> [String] {
    var reader = ModuleReader()
    var called: OrderedDictionary<String, [String]> = [:]
    for directory in directories {
      guard let configuration = reader.module(directory, into: &context) else { continue }
      called[directory] = configuration.calls.values.compactMap { call in
        guard let source = call.body.attribute("source")?.value.literal, source.hasPrefix(".") else { return nil }
        let target = Path.resolve(source, from: Path.join(directory, "main.tf"))
        return target == directory ? nil : target
      }
    }
    let children = Set(called.values.joined())
    var roots = directories.filter { !children.contains($0) }
    var reached: Set<String> = []
    var waiting = roots
    for directory in directories {
      while let next = waiting.popLast() {
        if reached.insert(next).inserted { waiting += called[next] ?? [] }
      }
      if !reached.contains(directory) {
        roots.append(directory)
        waiting.append(directory)
      }
    }
    return directories.filter(Set(roots).contains)
  }
}
