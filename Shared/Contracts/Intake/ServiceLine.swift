public import Domain

/// The service number 业务号码 a complaint is about, in the one spelling by which repeats are known (S130).
public struct ServiceLine: Hashable, Sendable {
    /// What kind of number it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Digits, with a leading `+` where a country code stands before them.
        case phone
        /// The name of a broadband or other account.
        case account
    }

    public let kind: Kind
    /// The Kafka key of its intake events: the number as it is dialled at home, or the account's name.
    public let key: String

    /// Reads a line as a gateway wrote it.
    ///
    /// A mainland mobile number with `+86` before it is the same line as without, so the code is dropped; any other number stays as it is.
    ///
    /// - Throws: a `Fault` at `data.line` when it cannot be a key: empty, with letters, shorter than 3 or longer than 20 digits; for an
    ///   account, longer than 64 characters or with others than `A–Z a–z 0–9 . _ @ -`.
    public init(_ text: String, kind: Kind = .phone) throws(Fault) {
        self.kind = kind
        switch kind {
        case .phone: key = try Self.phone(text)
        case .account: key = try Self.account(text)
        }
    }

    /// What the line's token is made from; accounts and phones that look alike stay apart.
    public var tokenInput: String { kind == .phone ? key : "account:" + key }

    /// What the token of the line is made from whose intake events have this Kafka key: of a phone where it reads as one, else of an account, else
    /// the key itself. It serves where an event does not tell, since it cannot be read.
    public static func tokenInput(ofMessageKey key: String) -> String {
        for kind in Kind.allCases {
            do {
                return try ServiceLine(key, kind: kind).tokenInput
            } catch {
                continue
            }
        }
        return key
    }

    /// The line as people may see it: `138****8000`.
    ///
    /// The first 3 and the last 4 of 11 digits and more; of shorter numbers a quarter at each end; 2 and 2 of an account's name.
    public var masked: String {
        let bytes = Array(key.utf8)
        switch kind {
        case .phone where bytes.count >= 11: return Self.text(bytes.prefix(3), stars: 4, bytes.suffix(4))
        case .phone: return Self.mask(bytes, keeping: max(1, bytes.count / 4))
        case .account: return Self.mask(bytes, keeping: min(2, (bytes.count - 1) / 2))
        }
    }

    private static func mask(_ bytes: [UInt8], keeping kept: Int) -> String {
        text(bytes.prefix(kept), stars: bytes.count - 2 * kept, bytes.suffix(kept))
    }

    private static func text(_ head: ArraySlice<UInt8>, stars: Int, _ tail: ArraySlice<UInt8>) -> String {
        String(decoding: head + repeatElement(UInt8(ascii: "*"), count: stars) + tail, as: UTF8.self)
    }

    private static func phone(_ text: String) throws(Fault) -> String {
        let expected = "3 to 20 digits, with or without a leading +"
        guard !text.isEmpty else { throw Fault(field: "data.line", problem: "is empty", expected: expected) }
        let hasPlus = text.utf8.first == UInt8(ascii: "+")
        let digits = text.utf8.dropFirst(hasPlus ? 1 : 0)
        for byte in digits where byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") {
            let isLetter = text.contains(where: \.isLetter)
            throw Fault(field: "data.line", problem: isLetter ? "has letters" : "has other characters than digits", expected: expected)
        }
        let count = digits.count
        guard count >= 3 else { throw Fault(field: "data.line", problem: "is too short", expected: expected) }
        guard count <= 20 else { throw Fault(field: "data.line", problem: "is too long", expected: expected) }
        let isMainlandMobile = hasPlus && count == 13 && digits.starts(with: mainlandMobile)
        return isMainlandMobile ? String(text.dropFirst(3)) : text
    }

    /// China's country code and the first digit of every mobile number there.
    private static let mainlandMobile = Array("861".utf8)

    private static func account(_ text: String) throws(Fault) -> String {
        let expected = "1 to 64 letters, digits, dots, underscores, at signs or hyphens"
        guard !text.isEmpty else { throw Fault(field: "data.line", problem: "is empty", expected: expected) }
        guard text.utf8.count <= 64 else { throw Fault(field: "data.line", problem: "is too long", expected: expected) }
        guard text.utf8.allSatisfy(isAccountCharacter) else {
            throw Fault(field: "data.line", problem: "has characters an account cannot have", expected: expected)
        }
        return text
    }

    private static func isAccountCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
