import Diagnostics
import Infrastructure

extension TerraformStackReader {
  /// How large the local code of a function is: the folder that `archive_file` packs, or the archive itself.
  func code(_ attributes: TerraformValue, near span: Span, into context: inout LoadContext) -> Setting<CodeSize> {
    guard let value = attributes["filename"], let file = value.text else { return .unset(near: span) }
    if let archive = archives[file.raw] { return packed(archive, near: value.span, into: &context) }
    guard let name = file.known else { return .unresolved(value.span, why: .afterApply) }
    guard let size = size(of: name, .everything, into: &context) else { return .unset(near: value.span) }
    return .known(CodeSize(bytes: size.bytes, isArchive: true, isUploadedDirectly: true), value.span)
  }

  private func packed(
    _ archive: TerraformInstance, near span: Span, into context: inout LoadContext
  ) -> Setting<CodeSize> {
    let source = archive.attributes["source_dir"] ?? archive.attributes["source_file"]
    guard let source, let name = source.text?.known else { return .unset(near: span) }
    let excludes = archive.attributes["excludes"]?.texts ?? []
    if excludes.contains(where: \.value.hasSymbols) { return .unresolved(span, why: .afterApply) }
    let contents = PackageContents(patterns: excludes.map { PackageContents.Pattern($0.value.raw, isTaken: false) })
    guard let size = size(of: name, contents, into: &context) else { return .unset(near: span) }
    return .known(CodeSize(bytes: size.bytes, isArchive: false), span)
  }

  /// Paths are meant from the root module's folder; those made of `path.module` begin with it already.
  private func size(of name: String, _ contents: PackageContents, into context: inout LoadContext) -> FileSize? {
    let isFile = scope.hasSuffix(".tf") || scope.hasSuffix(".json") || scope.hasSuffix(".tfstate")
    let folder = isFile ? Path.directory(scope) : scope == "." ? "" : scope
    let plain = Path.resolve(name, from: "")
    let below = folder.isEmpty ? plain : Path.resolve(name, from: folder + "/")
    if let size = context.size(of: below, contents) { return size }
    return plain == below ? nil : context.size(of: plain, contents)
  }
}
