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
    /// One number has one spelling, by which it is joined, whoever wrote it how: blanks, dashes, points and brackets between the digits, digits in
    /// full width and characters nobody sees are passed over; `+86`, `0086` and a bare `86` before a mobile number, a fixed line or 400 are dropped,
    /// and a fixed line has its trunk zero (`+86 25 8600 1234` is `02586001234`). A foreign number keeps `+` and its country code. What is none of
    /// China's plan stays as it is written, if that is in digits alone: no zero is guessed before an area code.
    ///
    /// - Throws: a `Fault` at `data.line` when it cannot be a key: empty, with letters, shorter than 3 or longer than 20 digits, a number that a
    ///   spreadsheet has rounded, in groups or behind `+86` and none of China's plan; for an account, longer than 64 characters or with others than
    ///   `A–Z a–z 0–9 . _ @ -`.
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

    /// A number as it is written when all is well, which nearly every message has: a mobile one of the mainland.
    private static func isMobile(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count == 11 && bytes.starts(with: "1".utf8)
            && (UInt8(ascii: "3")...UInt8(ascii: "9")).contains(bytes.dropFirst().first ?? 0)
            && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func phone(_ text: String) throws(Fault) -> String {
        if isMobile(text) { return text }
        let expected = "3 to 20 digits, with or without a leading +"
        func fault(_ problem: String) -> Fault { Fault(field: "data.line", problem: problem, expected: expected) }
        guard !text.isEmpty else { throw fault("is empty") }
        guard text.utf8.count <= longestSpelling else { throw fault("is too long") }
        let number: WrittenNumber
        do {
            number = try WrittenNumber(text)
        } catch {
            switch error {
            case .letters: throw fault("has letters")
            case .otherCharacters: throw fault("has other characters than digits")
            case .rounded: throw rounded
            }
        }
        guard number.digits.utf8.count >= 3 else { throw fault("is too short") }
        guard number.digits.utf8.count <= 20 else { throw fault("is too long") }
        if let spelling = NumberingPlan.spelling(of: number.digits, isInternational: number.hasPlus) { return spelling }
        // A number in groups might be two numbers, or one with an extension; one in digits alone may be local, and stays as it is written.
        let isChinas = number.digits.hasPrefix(number.hasPlus ? "86" : "0086")
        guard !number.isGrouped, !isChinas else {
            throw Fault(
                field: "data.line", problem: "is not a number of China's numbering plan",
                expected: "a mobile number, or a fixed line with its area code, without extension")
        }
        return (number.hasPlus ? "+" : "") + number.digits
    }

    /// The most bytes of a spelling: twenty digits in full width, and what may stand between them.
    private static let longestSpelling = 128

    private static let rounded = Fault(
        field: "data.line", problem: "is a number as a spreadsheet rounds it", expected: "all its digits, from a column of text")

    /// The one spelling of a telephone number of the plan; `nil` for any other text.
    static func spelling(ofPhone text: String) -> String? {
        guard text.utf8.count <= longestSpelling else { return nil }
        do throws(WrittenNumber.Problem) {
            let number = try WrittenNumber(text)
            guard number.digits.utf8.count >= 7 else { return nil }
            return NumberingPlan.spelling(of: number.digits, isInternational: number.hasPlus)
        } catch {
            return nil
        }
    }

    private static func account(_ text: String) throws(Fault) -> String {
        let expected = "1 to 64 letters, digits, dots, underscores, at signs or hyphens"
        guard !text.isEmpty else { throw Fault(field: "data.line", problem: "is empty", expected: expected) }
        guard text.utf8.count <= 64 else { throw Fault(field: "data.line", problem: "is too long", expected: expected) }
        guard !WrittenNumber.isRounded(text) else { throw rounded }
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
