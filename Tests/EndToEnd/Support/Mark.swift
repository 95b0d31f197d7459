import Foundation

/// A word that nobody else writes, and every form in which it might come out.
struct Mark: Sendable {
    let text: String
    /// Each with what it is called.
    let forms: [(name: String, bytes: Data)]

    init(_ text: String) {
        self.text = text
        var forms = [(name: "clear", bytes: Data(text.utf8))]
        for (name, encoding) in [("UTF-16LE", String.Encoding.utf16LittleEndian), ("UTF-16BE", .utf16BigEndian)] {
            if let bytes = text.data(using: encoding) { forms.append((name, bytes)) }
        }
        let hex = Data(text.utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        forms.append(("hexadecimal", Data(hex.joined().utf8)))
        forms.append(("capital hexadecimal", Data(hex.joined().uppercased().utf8)))
        forms.append(("all percent-encoded", Data(hex.map { "%" + $0.uppercased() }.joined().utf8)))
        if let percent = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
            forms.append(("percent-encoded", Data(percent.utf8)))
        }
        forms.append(("escaped as JSON", Data(text.utf16.map(Self.escape).joined().utf8)))
        for shift in 0..<3 {
            let letters = Self.base64(text, shift: shift)
            forms.append(("Base64 + \(shift)", Data(letters.utf8)))
            forms.append(("Base64URL + \(shift)", Data(letters.replacing("+", with: "-").replacing("/", with: "_").utf8)))
        }
        // A form that is no other than the clear one, as of digits, would be told twice.
        self.forms = forms.enumerated().filter { $0.offset == 0 || $0.element.bytes != forms[0].bytes }.map(\.element)
    }

    /// The names of the forms that bytes hold.
    func found(in bytes: Data) -> [String] {
        forms.filter { bytes.range(of: $0.bytes) != nil }.map(\.name)
    }

    /// Only letters beyond ASCII have to be escaped in JSON, but any may be.
    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return unit < 128 ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The letters of Base64 that depend on the word alone, where so many bytes stand before it in its group of three.
    private static func base64(_ text: String, shift: Int) -> String {
        let bytes = Data(repeating: 0, count: shift) + Data(text.utf8)
        let whole = bytes.count * 8 / 6
        return String(bytes.base64EncodedString().prefix(whole).dropFirst(shift == 0 ? 0 : shift + 1))
    }
}
