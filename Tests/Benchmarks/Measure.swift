import CLibYAML
import Diagnostics
import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The shortest of several measurements: what the work takes when nothing else disturbs it.
enum Measure {
  /// Milliseconds.
  static func minimum(of runs: Int, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let shortest = (0..<max(runs, 1)).map { _ in clock.measure(work) }.min() ?? .zero
    return Double(shortest.components.attoseconds) / 1e15 + Double(shortest.components.seconds) * 1e3
  }

  /// The time in which libyaml alone reads the bytes, event by event.
  static func scan(_ bytes: [UInt8], runs: Int) -> Double {
    minimum(of: runs) {
      var parser = yaml_parser_t()
      var event = yaml_event_t()
      guard yaml_parser_initialize(&parser) == 1 else { return }
      defer { yaml_parser_delete(&parser) }
      bytes.withUnsafeBufferPointer { buffer in
        yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
        var isDone = false
        while !isDone, yaml_parser_parse(&parser, &event) == 1 {
          isDone = event.type == YAML_STREAM_END_EVENT
          yaml_event_delete(&event)
        }
      }
    }
  }

  /// The time in which the bytes become a tree; a run of the program never frees it, so that isn't counted.
  static func read(_ bytes: [UInt8], runs: Int) -> Double {
    let file = SourceFile(path: "template.yaml", bytes: bytes)
    var tree: [Node]?
    let times = (0..<max(runs, 1)).map { _ in
      tree = nil
      return minimum(of: 1) {
        var problems = Problems()
        tree = try? DocumentReader.read(file, id: FileID(0), problems: &problems)
      }
    }
    return withExtendedLifetime(tree) { times.min() ?? 0 }
  }

  /// The time in which every byte is looked at once and nothing is made of it.
  static func look(_ bytes: [UInt8], runs: Int) -> Double {
    var sum: UInt64 = 0
    let time = minimum(of: runs) {
      sum = bytes.withUnsafeBufferPointer { buffer in
        var sum: UInt64 = 0
        for byte in buffer where byte == 0x22 { sum &+= 1 }
        return sum
      }
    }
    return withExtendedLifetime(sum) { time }
  }

  /// The time in which a program starts, does its work and ends; its output goes nowhere.
  static func process(_ arguments: [String], runs: Int) -> Double {
    minimum(of: runs) { _ = exitStatus(arguments) }
  }

  /// Runs a program, which is looked for in the path where its name has no slash; -1 where it can't be run.
  static func exitStatus(_ arguments: [String]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments.first ?? "", &actions, nil, pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child else { return -1 }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  /// One run of a program: how long it takes, how long it computes, and the most memory it has at once, in bytes.
  static func child(_ arguments: [String], output: String) -> (seconds: Double, processor: Double, peak: Int) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var usage = rusage()
    let milliseconds = minimum(of: 1) {
      var child: pid_t = 0
      guard posix_spawn(&child, arguments.first ?? "", &actions, nil, pointers, environ) == 0 else { return }
      var status: Int32 = 0
      wait4(child, &status, 0, &usage)
    }
    let processor = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    #if canImport(Darwin)
      return (milliseconds / 1e3, processor, Int(usage.ru_maxrss))
    #else
      return (milliseconds / 1e3, processor, Int(usage.ru_maxrss) * 1024)
    #endif
  }
}
