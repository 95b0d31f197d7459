internal import Foundation

/// Writes one flat JSON object, field by field, in the order given; a `nil` leaves its field out.
struct JSONObjectWriter {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    init() { bytes.reserveCapacity(512) }

    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        append(quoted: text)
    }

    mutating func add(_ name: String, _ number: Int64?) {
        guard let number else { return }
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func add(_ name: String, _ truth: Bool?) {
        guard let truth else { return }
        begin(name)
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    mutating func add(_ name: String, _ texts: [String]?) {
        guard let texts else { return }
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(quoted: text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds a value that is JSON already.
    mutating func addRaw(_ name: String, _ json: Data) {
        begin(name)
        bytes.append(contentsOf: json)
    }

    func finished() -> Data {
        var data = Data(bytes)
        data.append(UInt8(ascii: "}"))
        return data
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
            case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: Array("\\u00".utf8))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
