public import Foundation

/// Guesses how a file is written that is not what it should be: UTF-8.
public enum EncodingGuess {
    /// How many bytes are looked at for the zeros of UTF-16.
    private static let sample = 4096

    /// What bytes are likely that are no UTF-8, or have the zeros of UTF-16 in them; `nil` where nothing is likely.
    public static func encoding(of bytes: Data) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let order = orderOfZeros(in: bytes) { return order }
        guard firstInvalidUTF8(in: bytes) != nil, isLikelyGBK(bytes) else { return nil }
        return .gbk
    }

    /// Where the first byte is that is no UTF-8; `nil` when all are.
    public static func firstInvalidUTF8(in bytes: Data) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var iterator = bytes.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var offset = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    /// ASCII in UTF-16 has a zero in every second byte: in the second of each pair where the order is little-endian.
    private static func orderOfZeros(in bytes: Data) -> TextEncoding? {
        var zeros = [0, 0]
        for (index, byte) in bytes.prefix(sample).enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let pairs = min(bytes.count, sample) / 2
        guard pairs > 0, max(zeros[0], zeros[1]) * 5 >= pairs, max(zeros[0], zeros[1]) > 4 * min(zeros[0], zeros[1]) else { return nil }
        return zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian
    }

    /// Whether everything reads as GB 18030, and most of what is not ASCII as the characters of GB 2312: both bytes from A1 on.
    private static func isLikelyGBK(_ bytes: Data) -> Bool {
        do throws(TextDecodingError) {
            _ = try TextDecoder.utf8(bytes, from: .gbk)
        } catch {
            return false
        }
        var common = 0
        var others = 0
        var lead: UInt8?
        for byte in bytes {
            if let first = lead {
                if first >= 0xA1, byte >= 0xA1 { common += 1 } else { others += 1 }
                lead = nil
            } else if byte >= 0x80 {
                lead = byte
            }
        }
        return common >= 3 * others
    }
}
