#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import CMalloc
  import Glibc
#endif

/// The memory that a large audit works in.
///
/// Linux hands out memory in pages of 4 KiB and interrupts the program for each of them: a sixth of the time of a large
/// audit. In pages of 2 MiB, where the kernel has them, it interrupts a hundred times less.
package enum Heap {
  private static let hugePage = 2 << 20
  /// What glibc may keep in one block of its heap; it asks the kernel for each larger one by itself.
  private static let largestBlock = 31 << 20

  /// Asks for memory in large pages that the allocations to come will be made of; until they are, it costs nothing.
  ///
  /// On other systems than Linux with glibc it does nothing: Darwin's pages are larger, musl's heap takes no hints.
  ///
  /// - Parameter size: how many bytes the calling thread is going to use.
  package static func reserve(_ size: Int) {
    #if canImport(Glibc)
      guard keepsBlocks else { return }
      let size = min(max(size, hugePage), largestBlock)
      guard let block = malloc(size) else { return }
      let start = (Int(bitPattern: block) + hugePage - 1) / hugePage * hugePage
      let end = (Int(bitPattern: block) + size) / hugePage * hugePage
      if start < end { madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, CInt(MADV_HUGEPAGE)) }
      free(block)
    #endif
  }

  /// Sets the heap up; before another thread begins, as glibc asks for.
  static func prepare() {
    #if canImport(Glibc)
      _ = keepsBlocks
    #endif
  }

  #if canImport(Glibc)
    /// Whether large blocks come from the heap and stay there once they are freed.
    private static let keepsBlocks =
      mallopt(CMALLOC_MMAP_THRESHOLD, CInt(largestBlock + 1)) == 1 && mallopt(CMALLOC_TRIM_THRESHOLD, CInt.max) == 1
  #endif
}
