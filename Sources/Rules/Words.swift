import Infrastructure

/// The words of `DB_PASSWORD`, `dbPassword` or `db-password`.
enum Words {
  /// All of them, in lower case.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for (index, byte) in bytes.enumerated() {
      guard byte.isLetterOrDigit else {
        close()
        continue
      }
      let previous = index > 0 ? bytes[index - 1] : 0
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if begins(byte, after: previous, before: next) { close() }
      word.append(lower(byte))
    }
    close()
    return words
  }

  /// Whether a word begins with a letter or digit, by its neighbours.
  fileprivate static func begins(_ byte: UInt8, after previous: UInt8, before next: UInt8) -> Bool {
    guard previous.isLetterOrDigit else { return true }
    return byte.isUpper && (previous.isLower || (previous.isUpper && next.isLower))
  }

  fileprivate static func lower(_ byte: UInt8) -> UInt8 { byte.isUpper ? byte + 0x20 : byte }
}

/// Words to look for in names.
struct Vocabulary: Sendable, ExpressibleByArrayLiteral {
  private let words: Set<String>
  private let beginnings: Beginnings

  init(arrayLiteral words: String...) {
    self.words = Set(words)
    beginnings = Beginnings(of: words)
  }

  /// Whether a name has one of the words.
  func occurs(in name: String) -> Bool {
    beginnings.mayOccur(in: name) && Words.of(name).contains(where: words.contains)
  }
}

/// How some words begin: what a name is asked first, because hardly any has one of them.
struct Beginnings: Sendable {
  /// The bytes that come second, by the first.
  private var seconds = [ByteSet](repeating: ByteSet(), count: 128)

  /// - Parameter words: in ASCII, of two letters or more.
  init(of words: some Sequence<String>) {
    for word in words {
      var bytes = word.utf8.makeIterator()
      guard let first = bytes.next(), let second = bytes.next(), first < 128 else { continue }
      seconds[Int(first)].insert(second)
    }
  }

  private func hold(_ first: UInt8, _ second: UInt8) -> Bool {
    first < 128 && seconds[Int(first)].contains(second)
  }

  /// Whether a text may be one of the words.
  func mayBe(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next() else { return false }
    return hold(first, second)
  }

  /// Whether one of the words may be among those of a name.
  func mayOccur(in name: String) -> Bool {
    name.withBytes { bytes in
      var previous: UInt8 = 0
      var byte: UInt8 = 0
      for next in bytes {
        if byte.isLetterOrDigit, Words.begins(byte, after: previous, before: next),
          hold(Words.lower(byte), Words.lower(next))
        {
          return true
        }
        (previous, byte) = (byte, next)
      }
      return false
    }
  }
}
