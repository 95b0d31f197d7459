/// W3C Trace Context: which values of `traceparent` are worth carrying on.
enum TraceParent {
    /// Two digits of the version, 32 of the trace, 16 of the parent and two of flags, all hexadecimal in small letters and joined by hyphens; the
    /// version is not `ff` and neither identity zero. A later version than `00` may have more behind.
    static func isValid(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 55 || (bytes.count > 55 && bytes[55] == hyphen && !bytes.starts(with: "00".utf8)) else { return false }
        guard bytes[2] == hyphen, bytes[35] == hyphen, bytes[52] == hyphen else { return false }
        let parts = [bytes[0..<2], bytes[3..<35], bytes[36..<52], bytes[53..<55]]
        guard parts.allSatisfy({ $0.allSatisfy(isHexadecimal) }), !parts[0].elementsEqual("ff".utf8) else { return false }
        return [parts[1], parts[2]].allSatisfy { $0.contains { $0 != UInt8(ascii: "0") } }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
