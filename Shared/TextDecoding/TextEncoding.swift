/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// What Chinese spreadsheets write: GB 18030, of which GBK and GB 2312 are parts.
    case gbk
    /// UTF-16 in the order of bytes that its mark names; little-endian where it has none.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// Reads a name as people write it, whatever its case: `UTF8`, `GB2312`, `cp936` and `gb18030` are known besides the raw values.
    public init?(name: String) {
        let letters = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        switch letters {
        case "utf8": self = .utf8
        case "gbk", "gb18030", "gb2312", "cp936", "ansi": self = .gbk
        case "utf16", "unicode": self = .utf16
        case "utf16le": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        default: return nil
        }
    }

    /// The name as people know it.
    public var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .gbk: "GBK"
        case .utf16: "UTF-16"
        case .utf16LittleEndian: "UTF-16 (little-endian)"
        case .utf16BigEndian: "UTF-16 (big-endian)"
        }
    }
}
