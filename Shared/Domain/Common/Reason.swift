/// Why something was done, what was asked, or what was found: a person's words, which are sealed, or words of ours, in clear. Both are stored and sent
/// as one text.
public enum Reason: Hashable, Sendable {
    /// What a person wrote.
    case words(SealedText)
    /// The name of a rule, or a sentence of ours; it names nobody.
    case clear(String)

    /// - Parameter text: as it is stored and sent.
    public init(_ text: String) {
        self = SealedText.isCiphertext(text) ? .words(SealedText(ciphertext: text)) : .clear(text)
    }
}

extension Reason: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self.init(try reader.text()) }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .words(let sealed): sealed.write(to: writer)
        case .clear(let text): writer.value(text)
        }
    }

    public static func form() -> DocumentForm<Reason> { DocumentForm(.text, sample: .clear("text")) }
}

/// What is shown of it: our own words, or that there are a person's.
extension Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .words(let sealed): sealed.description
        case .clear(let text): text
        }
    }
}

/// Our own words are literals.
extension Reason: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
