public import Foundation

/// The headers of a message, in the order in which they were written; a name may come twice.
///
/// A message has a dozen, and whoever reads it looks at most of them once. They lie in one buffer, and are lent as bytes; who wants one as text or
/// data makes it.
public struct MessageHeaders: Sendable {
    /// Of each header: how long its name and its value are, and their bytes.
    private var bytes: [UInt8] = []
    public private(set) var count = 0

    /// The length that stands for a value that is null, which is another thing to Kafka than an empty one.
    private static let null = UInt32.max
    private static let lengths = 2 * MemoryLayout<UInt32>.size

    public init() {}

    public init(_ headers: some Sequence<(name: String, value: Data?)>) {
        for (name, value) in headers { append(name, value) }
    }

    public var isEmpty: Bool { count == 0 }

    public mutating func reserve(_ headers: Int) { bytes.reserveCapacity(headers * 48) }

    public mutating func append(_ name: String, _ value: Data?) {
        begin(name.utf8.count, value?.count)
        bytes.append(contentsOf: name.utf8)
        if let value { bytes.append(contentsOf: value) }
    }

    /// A header whose value is text.
    public mutating func append(_ name: StaticString, text: String) {
        begin(name.utf8CodeUnitCount, text.utf8.count)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(contentsOf: text.utf8)
    }

    /// Takes over a header that lies in librdkafka's memory.
    mutating func append(unsafeName name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?) {
        unsafe begin(name.count, value?.count)
        unsafe bytes.append(contentsOf: name)
        if let value = unsafe value { unsafe bytes.append(contentsOf: value) }
    }

    private mutating func begin(_ name: Int, _ value: Int?) {
        count += 1
        append(length: UInt32(name))
        append(length: value.map { UInt32($0) } ?? Self.null)
    }

    private mutating func append(length: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: length))
        bytes.append(UInt8(truncatingIfNeeded: length >> 8))
        bytes.append(UInt8(truncatingIfNeeded: length >> 16))
        bytes.append(UInt8(truncatingIfNeeded: length >> 24))
    }

    /// Lends each header's name and value, `nil` for null.
    public func forEachField(_ body: (_ name: Span<UInt8>, _ value: Span<UInt8>?) -> Void) {
        let all = bytes.span
        var at = 0
        while at < all.count {
            let name = Int(Self.length(all, at))
            let value = Self.length(all, at + 4)
            at += Self.lengths
            let end = at + name
            guard value != Self.null else {
                body(all.extracting(at..<end), nil)
                at = end
                continue
            }
            body(all.extracting(at..<end), all.extracting(end..<(end + Int(value))))
            at = end + Int(value)
        }
    }

    private static func length(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
        UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
    }
}

extension MessageHeaders: Sequence, ExpressibleByArrayLiteral {
    public init(arrayLiteral headers: (name: String, value: Data?)...) { self.init(headers) }

    public func makeIterator() -> IndexingIterator<[(name: String, value: Data?)]> {
        var all: [(name: String, value: Data?)] = []
        all.reserveCapacity(count)
        forEachField { name, value in
            if let value { all.append((Self.text(name), Self.data(value))) } else { all.append((Self.text(name), nil)) }
        }
        return all.makeIterator()
    }

    private static func text(_ bytes: Span<UInt8>) -> String {
        unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    private static func data(_ bytes: Span<UInt8>) -> Data {
        unsafe bytes.withUnsafeBytes { unsafe Data($0) }
    }
}
