/// What is sealed (AES-256-GCM): what a customer says of themselves, a person's words, or the key that opens either. Domain carries it and cannot
/// read it (S041, S115).
///
/// It is no text. Whatever prints, logs or dumps it shows that something is sealed; it has no order, and no literal makes one. Its ``ciphertext`` is
/// asked for where it is stored, sent or opened and nowhere else: a rule of the house keeps the list. Equal are two of the same ciphertext, which says
/// nothing of the words: the same words sealed twice are two different texts.
public struct SealedText: Hashable, Sendable {
    /// As it is stored and sent: a version, the identifier of the key and the sealed bytes in base64url, with dots between; of a key its identifier
    /// and a colon before that. Several texts that belong together stand one after the other, with spaces between.
    public let ciphertext: String

    /// What a sealer wrote, or what was stored or sent of it. Nothing is sealed here.
    public init(ciphertext: String) { self.ciphertext = ciphertext }

    /// How long it is, in bytes.
    public var byteCount: Int { ciphertext.utf8.count }

    /// Whether a text has the form of one that a keyring (`v1`) or a customer's key (`v2`) has sealed. It is not opened: nobody has to have sealed it.
    public static func isCiphertext(_ text: String) -> Bool {
        let letters = text.utf8
        guard letters.starts(with: "v1.".utf8) || letters.starts(with: "v2.".utf8) else { return false }
        return letters.count { $0 == UInt8(ascii: ".") } == 2
    }
}

extension SealedText: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { self.init(ciphertext: try reader.text()) }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(ciphertext) }
    public static func form() -> DocumentForm<SealedText> { DocumentForm(.text, sample: SealedText(ciphertext: "text")) }
}

/// It says no more of itself than what it is, to whoever prints, logs or dumps it, or something that holds it.
extension SealedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(sealed)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Sealed data given at several times.
///
/// Domain cannot open what is sealed, so it cannot merge: it keeps the parts in order, a space between them. Who opens them lets what a
/// later part says replace what an earlier one said.
extension SealedText {
    /// The parts, the earliest first; each was sealed as one piece.
    public var parts: [SealedText] { ciphertext.split(separator: " ").map { SealedText(ciphertext: String($0)) } }

    /// This and, after it, a later part.
    public func followed(by later: SealedText) -> SealedText {
        if later.ciphertext.isEmpty || later == self { return self }
        return ciphertext.isEmpty ? later : SealedText(ciphertext: ciphertext + " " + later.ciphertext)
    }
}
