/// Why a value cannot be sent.
enum EncodingFault: Error {
    case zeroByte
    case tooLarge
    case outOfRange

    var explanation: String {
        switch self {
        case .zeroByte: "holds a zero byte, which the server's text cannot"
        case .tooLarge: "makes the message larger than 1 GB"
        case .outOfRange: "is a time outside the server's range"
        }
    }
}

/// A growing stretch of memory in which the parameters of one round trip are laid out in network byte order.
///
/// One arena serves a connection for its life: it is filled, handed to libpq (which copies), and rewound. Offsets, not pointers, are kept
/// while it is filled, because growing moves it. It is a value that is never copied, so that who fills it has it alone: of a class, each byte
/// written would be an access to be checked.
@safe
struct ParameterArena: ~Copyable {
    /// The protocol's length words are signed 32-bit, and the server refuses messages of more than 1 GB.
    static let limit = 0x3FFF_FFFF
    /// What the arena keeps between round trips; more than this is given back.
    private static let keptCapacity = 4 << 20

    private(set) var count = 0
    private var capacity = 16 << 10
    private var base: UnsafeMutableRawPointer

    init() {
        unsafe base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// The start of what was written; good until the next append.
    var unsafeStart: UnsafeRawPointer {
        unsafe UnsafeRawPointer(base)
    }

    /// Drops the content.
    mutating func rewind() {
        count = 0
        guard capacity > Self.keptCapacity else { return }
        unsafe base.deallocate()
        capacity = Self.keptCapacity
        unsafe base = .allocate(byteCount: capacity, alignment: 16)
    }

    /// Drops what was appended behind that many bytes.
    mutating func truncate(to length: Int) {
        precondition(length >= 0 && length <= count)
        count = length
    }

    /// Makes room for that many more bytes.
    @inline(__always)
    mutating func reserve(_ additional: Int) throws(EncodingFault) {
        guard count + additional > capacity else { return }
        try grow(to: count + additional)
    }

    @inline(never)
    private mutating func grow(to needed: Int) throws(EncodingFault) {
        guard needed <= Self.limit else { throw .tooLarge }
        let grown = max(needed, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 16)
        unsafe larger.copyMemory(from: base, byteCount: count)
        unsafe base.deallocate()
        unsafe base = larger
        capacity = grown
    }

    /// Appends an integer in network byte order.
    @inline(__always)
    mutating func append<Integer: FixedWidthInteger>(_ value: Integer) throws(EncodingFault) {
        let size = MemoryLayout<Integer>.size
        try reserve(size)
        unsafe base.storeBytes(of: value.bigEndian, toByteOffset: count, as: Integer.self)
        count += size
    }

    /// Appends bytes as they are, into room that has been reserved.
    @inline(__always)
    mutating func appendReserved(unsafeBytes bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        precondition(bytes.count <= capacity - count)
        unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    /// Writes an integer over one appended earlier.
    mutating func overwrite(_ value: Int32, at offset: Int) {
        precondition(offset >= 0 && offset + 4 <= count)
        unsafe base.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self)
    }

    /// Appends what `write` appends, behind its length.
    @inline(__always)
    mutating func appendSized(_ write: (inout ParameterArena) throws(EncodingFault) -> Void) throws(EncodingFault) {
        let start = count
        try append(Int32(0))
        try write(&self)
        overwrite(Int32(count - start - 4), at: start)
    }
}
