public import Foundation
import Glibc

/// Turns text of other encodings into UTF-8, with the C library's iconv.
public enum TextDecoder {
    /// The text in UTF-8, without a byte order mark.
    ///
    /// - Throws: `TextDecodingError.invalid` at the first bytes that are no character; nothing is replaced or guessed at.
    public static func utf8(_ bytes: Data, from encoding: TextEncoding) throws(TextDecodingError) -> Data {
        switch encoding {
        case .utf8: try converted(bytes, from: "UTF-8", encoding)
        case .gbk: try converted(bytes, from: "GB18030", encoding)
        case .utf16LittleEndian: try converted(bytes, from: "UTF-16LE", encoding)
        case .utf16BigEndian: try converted(bytes, from: "UTF-16BE", encoding)
        case .utf16: try converted(bytes, from: bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16BE" : "UTF-16LE", encoding)
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func converted(_ bytes: Data, from name: String, _ encoding: TextEncoding) throws(TextDecodingError) -> Data {
        // The one failure that iconv_open has: a handle of all ones.
        guard let handle = unsafe iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else {
            throw .unavailable(encoding)
        }
        defer { unsafe _ = iconv_close(handle) }
        var input = [UInt8](bytes)
        var output = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var position = 0
        while position < input.count {
            let step = unsafe convert(handle, &input, from: position, into: &buffer)
            output.append(contentsOf: buffer[..<step.written])
            position += step.read
            guard step.isInvalid else { continue }
            throw .invalid(offset: position, before: output.starts(with: mark) ? output.dropFirst(mark.count) : output)
        }
        return output.starts(with: mark) ? Data(output.dropFirst(mark.count)) : output
    }

    /// One call of iconv: what it read and wrote, and whether it stopped at bytes that are no character.
    private static func convert(
        _ handle: iconv_t, _ input: inout [UInt8], from position: Int, into buffer: inout [UInt8]
    ) -> (read: Int, written: Int, isInvalid: Bool) {
        var inputLeft = input.count - position
        var outputLeft = buffer.count
        let isStopped = unsafe input.withUnsafeMutableBytes { source in
            unsafe buffer.withUnsafeMutableBytes { target in
                var from = unsafe source.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
                var into = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                let result = unsafe iconv(handle, &from, &inputLeft, &into, &outputLeft)
                // -1 is (size_t)-1: stopped. A full buffer is no reason, it is emptied and filled again.
                return result == -1 && errno != E2BIG
            }
        }
        return (input.count - position - inputLeft, buffer.count - outputLeft, isStopped)
    }
}
