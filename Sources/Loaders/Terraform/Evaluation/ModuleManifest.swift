import Diagnostics
import Documents

/// Where `terraform init` put the modules that are no local directories: `.terraform/modules/modules.json`.
struct ModuleManifest {
  /// Directories by the calls on the way to a module, such as `network.subnets`.
  private var directories: [String: String] = [:]

  /// The manifest of a root module; empty where `terraform init` did not run, or what it wrote can't be read.
  init(root: String, files: any FileAccess) {
    let folder = Path.join(root, ".terraform/modules")
    guard let bytes = files.read(Path.join(folder, "modules.json")) else { return }
    let file = SourceFile(path: Path.join(folder, "modules.json"), bytes: bytes)
    var problems = Problems()
    let documents = (try? DocumentReader.read(file, id: FileID(0), problems: &problems)) ?? []
    for module in documents.first?["Modules"]?.items ?? [] {
      guard let key = module["Key"]?.text, !key.isEmpty, let directory = module["Dir"]?.text else { continue }
      directories[key] = Path.resolve(directory, from: Path.join(root, "main.tf"))
    }
  }

  /// The directory of the module that is called on a way from the root module.
  func directory(of calls: [String]) -> String? { directories[calls.joined(separator: ".")] }
}
