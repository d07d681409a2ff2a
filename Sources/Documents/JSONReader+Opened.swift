import Diagnostics

extension JSONReader {
  /// The collection at the index, what is in it unread where it is not small.
  mutating func opened() throws(Problem) -> Opened {
    var opened = Opened()
    let start = index
    let isObject = isAt(UInt8(ascii: "{"))
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    try open(depth: 0)
    if isAt(close) { return opened }
    repeat {
      if isObject {
        let (key, keySpan) = try key(in: start)
        opened.entries.append(Opened.Entry(key: key, keySpan: keySpan, value: try value(depth: 1)))
      } else {
        opened.items.append(try value(depth: 1))
      }
    } while try continues(until: close, openedAt: start)
    return opened
  }
}
