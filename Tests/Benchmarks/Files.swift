#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Temporary files of a measurement.
enum Files {
  /// A new folder; nil where that failed.
  static func folder() -> String? {
    var name = Array("/tmp/lambda-audit-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file, with the folder that it stands in.
  static func write(_ text: String, to path: String) {
    if let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o755) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return }
    _ = write(text, to: descriptor)
    close(descriptor)
  }

  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(descriptor, buffer, from: done)
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeBufferPointer<UInt8>, from done: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[done...])
    #if canImport(Darwin)
      return Darwin.write(descriptor, rest.baseAddress, rest.count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, rest.baseAddress, rest.count)
    #else
      return Glibc.write(descriptor, rest.baseAddress, rest.count)
    #endif
  }

  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
