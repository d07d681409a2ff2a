#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

import Threads

/// Why a file or directory can't be read, as one phrase.
struct ReadFailure: Error {
  let reason: String
  var isMissing = false
}

/// The operating system: the only place that reads files, the clock and the terminal.
enum FileSystem {
  enum Kind {
    case file
    case directory
    /// A pipe, a terminal or a device.
    case other
  }

  /// More than this is refused: 64 MiB of YAML or code, 512 MiB of JSON, since plans and states are that large.
  private static func sizeLimit(startingWith bytes: ArraySlice<UInt8>) -> Int { isJSON(bytes) ? 512 << 20 : 64 << 20 }

  /// From here on an audit is bound by the memory that it works in.
  private static let largeSize = 256 << 10
  /// How much memory an audit takes for each byte of a template.
  private static let memoryPerByte = 28

  /// Whether a file begins like JSON, or in UTF-16, which is how some shells redirect a plan.
  private static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// What a path leads to, symbolic links followed.
  static func kind(of path: String) throws(ReadFailure) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw lastFailure() }
    return kind(status)
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    default: .other
    }
  }

  /// The size of a regular file; nil when there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, case .file = kind(status) else { return nil }
    return Int(status.st_size)
  }

  /// The first bytes of a file; none where it can't be read.
  static func head(of path: String, count: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      got = max(0, systemRead(descriptor, buffer.baseAddress, count))
    }
  }

  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws(ReadFailure) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, expecting: 0) }
    if case .directory = try kind(of: path) { throw ReadFailure(reason: "is a directory") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastFailure() }
    defer { close(descriptor) }
    let size = size(of: path) ?? 0
    try check(size, startingWith: head(of: descriptor)[...])
    if size > largeSize { Heap.reserve(size * memoryPerByte) }
    return try read(descriptor: descriptor, expecting: size)
  }

  private static func read(descriptor: Int32, expecting size: Int) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var failure: String?
    while failure == nil {
      let wanted = max(size + 1 - bytes.count, 1 << 16)
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        var got: Int
        repeat { got = systemRead(descriptor, buffer.baseAddress, wanted) } while got < 0 && errno == EINTR
        if got < 0 { failure = lastError() }
        count = max(got, 0)
      }
      if chunk.isEmpty { break }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      try check(bytes.count, startingWith: bytes.prefix(headLength))
    }
    if let failure { throw ReadFailure(reason: failure) }
    return bytes
  }

  private static let headLength = 64

  /// The first bytes of a regular file.
  private static func head(of descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: headLength) { buffer, count in
      count = max(pread(descriptor, buffer.baseAddress, headLength, 0), 0)
    }
  }

  private static func check(_ size: Int, startingWith head: ArraySlice<UInt8>) throws(ReadFailure) {
    let limit = sizeLimit(startingWith: head)
    guard size > limit else { return }
    let kind = isJSON(head) ? " for JSON" : ""
    throw ReadFailure(reason: "the file is larger than the limit of \(limit >> 20) MiB\(kind)")
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Glibc.read(descriptor, buffer, count)
    #endif
  }

  private static func lastFailure() -> ReadFailure { ReadFailure(reason: lastError(), isMissing: errno == ENOENT) }

  private static func lastError() -> String {
    guard let text = strerror(errno) else { return "can't be read" }
    return String(cString: text).lowercased()
  }
}

extension FileSystem {
  /// One entry of a directory, symbolic links not followed.
  struct Entry {
    enum Kind {
      case file
      case directory
      case link
      case other
    }

    let name: String
    let kind: Kind
  }

  /// The entries of a directory sorted by the bytes of their names.
  static func entries(of path: String) throws(ReadFailure) -> [Entry] {
    guard let directory = opendir(path.isEmpty ? "." : path) else { throw lastFailure() }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, kind: entryKind(item.pointee.d_type, path: path, name: name)))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func entryKind(_ type: UInt8, path: String, name: String) -> Entry.Kind {
    switch Int32(type) {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .directory
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN):
      var status = stat()
      guard lstat(path.isEmpty ? name : path + "/" + name, &status) == 0 else { return .other }
      if status.st_mode & S_IFMT == S_IFLNK { return .link }
      switch kind(status) {
      case .file: return .file
      case .directory: return .directory
      case .other: return .other
      }
    default: return .other
    }
  }

  /// The absolute path without symbolic links; nil when there is no such file.
  static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether bytes hold a text: looks where its last byte would be, and skips as far as what stands there allows.
  static func contains(_ bytes: [UInt8], _ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var skips = [Int](repeating: wanted.count, count: 256)
    for index in wanted.indices.dropLast() { skips[Int(wanted[index])] = wanted.count - 1 - index }
    return bytes.withUnsafeBufferPointer { buffer in
      var end = wanted.count
      while end <= buffer.count {
        let last = buffer[end - 1]
        if last == wanted.last, buffer[(end - wanted.count)..<end].elementsEqual(wanted) { return true }
        end += skips[Int(last)]
      }
      return false
    }
  }
}

extension FileSystem {
  /// Writes all bytes to a file; `-` is standard output.
  ///
  /// - Returns: why it could not; nil when it could.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    if path == "-" { return write(bytes, descriptor: 1) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return lastError() }
    let failure = write(bytes, descriptor: descriptor)
    return close(descriptor) == 0 ? failure : failure ?? lastError()
  }

  static func writeError(_ text: String) { _ = write(Array(text.utf8), descriptor: 2) }

  private static func write(_ bytes: [UInt8], descriptor: Int32) -> String? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return lastError() }
        rest = rest.dropFirst(written)
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Whether standard output is a terminal that may show colours.
  static var wantsColours: Bool {
    isatty(1) == 1 && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
  }

  /// A variable of the process environment.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  static func exit(_ status: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }

  /// Days since 1970-01-01 in UTC.
  static var today: Int { Int(time(nil)) / 86_400 }
}
