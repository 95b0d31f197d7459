/// Walks over a field's bytes and never past their end.
@safe
struct FieldReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(unsafeBytes bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = bytes
    }

    /// Reads an integer in network byte order; nil at the end.
    mutating func int4() -> Int32? {
        guard let next = unsafe unsafeNext(4) else { return nil }
        return Int32(bigEndian: unsafe next.loadUnaligned(as: Int32.self))
    }

    /// Lends the next bytes; nil if there are not so many.
    mutating func unsafeNext(_ length: Int) -> UnsafeRawBufferPointer? {
        guard length >= 0, unsafe length <= bytes.count - offset else { return nil }
        defer { offset += length }
        return unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }
}
