/// The syntax of RFC 3986, which CloudEvents asks of `source`: a URI such as `https://desk.example/12321`, or a relative reference such as
/// `/gateway/hotline`.
enum URIReference {
    /// Whether a text is a URI or a relative reference. Letters beyond ASCII and blanks are none: they are written percent-encoded.
    static func isValid(_ text: String) -> Bool { isPlainPath(text) || isReference(text) }

    /// An absolute path of letters, digits and a few signs, as nearly every source is.
    private static func isPlainPath(_ text: String) -> Bool {
        var previous: UInt8 = 0
        var count = 0
        for byte in text.utf8 {
            let isSlash = byte == UInt8(ascii: "/")
            guard count == 0 ? isSlash : (isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || isSlash) else { return false }
            // Two slashes at the beginning stand before an authority.
            if count == 1, isSlash, previous == UInt8(ascii: "/") { return false }
            previous = byte
            count += 1
        }
        return count > 0
    }

    private static func isReference(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        guard isEncoded(rest) else { return false }
        if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard rest[(mark + 1)...].allSatisfy(isQueryByte) else { return false }
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard rest[(mark + 1)...].allSatisfy(isQueryByte) else { return false }
            rest = rest[..<mark]
        }
        // A colon in the first segment ends a scheme; a relative reference has none there.
        let firstSegment = rest.prefix { $0 != UInt8(ascii: "/") }
        if let colon = firstSegment.firstIndex(of: UInt8(ascii: ":")) {
            guard isScheme(rest[..<colon]) else { return false }
            rest = rest[(colon + 1)...]
        }
        if rest.starts(with: "//".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            guard isAuthority(authority) else { return false }
            rest = rest[authority.endIndex...]
        }
        return rest.allSatisfy { isSegmentByte($0) || $0 == UInt8(ascii: "/") }
    }

    /// Whether every percent sign has two hexadecimal digits behind it.
    private static func isEncoded(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%")
                || (index + 2 < bytes.endIndex && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2]))
        }
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
    }

    /// `[userinfo@]host[:port]`; a host in brackets is an address of IPv6 or later.
    private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
        var host = bytes
        if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
            guard bytes[..<at].allSatisfy({ isNameByte($0) || $0 == UInt8(ascii: ":") }) else { return false }
            host = bytes[(at + 1)...]
        }
        let port: ArraySlice<UInt8>
        if host.first == UInt8(ascii: "[") {
            guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = host[(host.startIndex + 1)..<close]
            guard !address.isEmpty, address.allSatisfy({ isNameByte($0) || $0 == UInt8(ascii: ":") }) else { return false }
            port = host[(close + 1)...]
            guard port.isEmpty || port.first == UInt8(ascii: ":") else { return false }
        } else {
            let name = host.prefix { $0 != UInt8(ascii: ":") }
            guard name.allSatisfy(isNameByte) else { return false }
            port = host[name.endIndex...]
        }
        return port.dropFirst().allSatisfy(isDigit)
    }

    private static func isQueryByte(_ byte: UInt8) -> Bool { isSegmentByte(byte) || "/?".utf8.contains(byte) }

    private static func isSegmentByte(_ byte: UInt8) -> Bool { isNameByte(byte) || ":@".utf8.contains(byte) }

    /// Unreserved characters, sub-delimiters and the percent sign of an encoded byte.
    private static func isNameByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || "-._~!$&'()*+,;=%".utf8.contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
