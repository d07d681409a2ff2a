#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One thread of the operating system, which does one piece of work and ends.
struct WorkerThread {
  /// As much as the main thread has: readers follow what is nested.
  private static let stackSize = 8 << 20
  /// Each thread has a heap of its own in glibc.
  fileprivate static let heapSize = 16 << 20

  /// How many threads run at the same time on this machine.
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  #if canImport(Glibc)
    private let handle: pthread_t
  #else
    private let handle: pthread_t?
  #endif

  /// Starts the work; nil where the system has no thread to give.
  init?(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, WorkerThread.stackSize)
    Heap.prepare()
    #if canImport(Glibc)
      var handle = pthread_t()
    #else
      var handle: pthread_t?
    #endif
    let job = Unmanaged.passRetained(Job(work))
    let status = pthread_create(&handle, &attributes, { Job.run($0) }, job.toOpaque())
    guard status == 0 else {
      job.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits for the end of the work.
  func join() {
    #if canImport(Glibc)
      pthread_join(handle, nil)
    #else
      if let handle { pthread_join(handle, nil) }
    #endif
  }
}

/// A piece of work on its way to a thread.
private final class Job {
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// Does the work of a job that was handed over as a pointer.
  static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    Heap.reserve(WorkerThread.heapSize)
    Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work()
    return nil
  }
}
