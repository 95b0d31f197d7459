public import Foundation

/// The text of a JSON document while it is written.
///
/// One thread writes it from its beginning to its end; it may serve for one document after the other. Its state lies behind a pointer of its own, as a plain array would ask at each byte
/// whether it shares its storage, and a class at each access whether another overlaps it; a document has a thousand such moments.
@safe public final class JSONText {
    @safe private struct State {
        var bytes: UnsafeMutablePointer<UInt8>
        var capacity: Int
        var count = 0
        var needsComma = false
    }

    /// Owned: made in `init`, freed in `deinit`, as are the bytes it points to; neither is handed out.
    private let state: UnsafeMutablePointer<State>

    public init(capacity: Int) {
        unsafe state = .allocate(capacity: 1)
        let room = max(capacity, 64)
        unsafe state.initialize(to: State(bytes: .allocate(capacity: room), capacity: room))
    }

    deinit {
        unsafe state.pointee.bytes.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// What is kept between documents; more than this is given back.
    private static let keptCapacity = 64 << 10

    /// Begins another document.
    public func rewind() {
        unsafe state.pointee.count = 0
        unsafe state.pointee.needsComma = false
        guard unsafe state.pointee.capacity > Self.keptCapacity else { return }
        unsafe state.pointee.bytes.deallocate()
        unsafe state.pointee.bytes = .allocate(capacity: Self.keptCapacity)
        unsafe state.pointee.capacity = Self.keptCapacity
    }

    public var data: Data { unsafe Data(bytes: state.pointee.bytes, count: state.pointee.count) }

    public func begin(isObject: Bool) {
        separate()
        append(UInt8(ascii: isObject ? "{" : "["))
        unsafe state.pointee.needsComma = false
    }

    public func end(isObject: Bool) {
        append(UInt8(ascii: isObject ? "}" : "]"))
        unsafe state.pointee.needsComma = true
    }

    public func name(_ name: String) {
        separate()
        quote(name)
        append(UInt8(ascii: ":"))
        unsafe state.pointee.needsComma = false
    }

    /// A name that the program knows, which needs no escape.
    public func name(_ name: StaticString) {
        let utf8 = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        separate()
        append(UInt8(ascii: "\""))
        unsafe append(utf8)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
        unsafe state.pointee.needsComma = false
    }

    public func value(_ text: String) {
        separate()
        quote(text)
    }

    public func value(_ number: Int64) {
        separate()
        digits(number)
    }

    /// Writes what is JSON already.
    func raw(_ json: Data) {
        separate()
        unsafe json.withUnsafeBytes { bytes in
            unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe append($0) }
        }
    }

    func word(_ word: String) {
        separate()
        append(word)
    }

    private func separate() {
        if unsafe state.pointee.needsComma { append(UInt8(ascii: ",")) }
        unsafe state.pointee.needsComma = true
    }

    // MARK: Bytes

    private func append(_ byte: UInt8) {
        if unsafe state.pointee.count == state.pointee.capacity { grow(by: 1) }
        unsafe state.pointee.bytes[state.pointee.count] = byte
        unsafe state.pointee.count += 1
    }

    private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        if unsafe bytes.count > state.pointee.capacity - state.pointee.count { grow(by: bytes.count) }
        unsafe (state.pointee.bytes + state.pointee.count).update(from: source, count: bytes.count)
        unsafe state.pointee.count += bytes.count
    }

    private func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in unsafe append(utf8) }
    }

    private func grow(by more: Int) {
        let room = unsafe max(state.pointee.capacity * 2, state.pointee.count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        unsafe larger.update(from: state.pointee.bytes, count: state.pointee.count)
        unsafe state.pointee.bytes.deallocate()
        unsafe state.pointee.bytes = larger
        unsafe state.pointee.capacity = room
    }

    /// Digits from the last to the first.
    private func digits(_ number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, first) = (number.magnitude, digits.count)
            repeat {
                first -= 1
                unsafe digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            unsafe append(UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    /// Copies the stretches that need no escape as they are: that is nearly all of nearly every text.
    private func quote(_ text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count {
                let byte = unsafe utf8[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                unsafe append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(Self.escape(byte))
                start = index + 1
            }
            unsafe append(UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        if byte >= 0x20 { return "\\" + String(UnicodeScalar(byte)) }
        return (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    }
}

extension JSONText {
    func value(_ number: some FixedWidthInteger) {
        if let small = Int64(exactly: number) { value(small) } else { word("\(number)") }
    }

    public func value(_ number: Double) { word(number.isFinite ? "\(number)" : "null") }
    public func value(_ truth: Bool) { word(truth ? "true" : "false") }
    func null() { word("null") }
}
