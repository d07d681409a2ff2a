/// Turns the instances of a Terraform stack into resources, relations, roles and network of the graph.
package enum TerraformMapper {
  /// Maps every instance whose type matters; the order of the instances makes no difference to what is tied.
  package static func map(_ stack: TerraformStack, into context: inout LoadContext) {
  }
}
