import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Runtime

/// Opens what is sealed, for the few who may read it.
struct Revealing {
    /// `--reveal`, the key it needs, and what the access log is told.
    static let options: [Option] = [
        Option("reveal", help: "Show personal data in clear. Needs the sealing key, and is recorded in the access log."),
        Option("by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", help: "Your staff number."),
        Option("reason", value: .string(placeholder: "TEXT"), help: "The reason; do not name the customer."),
        Option(
            "sealing-key", value: .string(placeholder: "KEYS"), environment: "REDRESS_SEALING_KEY", secret: true,
            help: "The keyring that personal data is sealed with."),
    ]

    private let sealer: Sealer
    /// The customers' keys that are known, wrapped, by their identifiers.
    private let keys: [String: SealedText]

    /// What stands in a document where sealed data was erased.
    static let erased = "erased"

    /// `nil` where nothing is to be revealed. What is, is noted in the access log first (S041, S115).
    ///
    /// - Parameters:
    ///   - subject: the complaint, or the place of the dead letter.
    ///   - command: such as `show`.
    ///   - keys: the customers' keys that texts may be sealed by, wrapped.
    /// - Throws: a `UsageError` when there is no key, no staff number or no reason, a `CryptoError` for a key that is none, a `StoreError` or
    ///   `PostgresError` where the log cannot be written; then nothing is revealed.
    init?(_ arguments: Arguments, subject: String, command: String, keys: [SealedText] = []) throws {
        guard arguments.flag("reveal") else { return nil }
        try self.init(noting: arguments, subject: subject, command: command, keys: keys)
    }

    /// As `init(_:subject:command:)`, where the command itself asks for it.
    init(noting arguments: Arguments, subject: String, command: String, keys: [SealedText] = []) throws {
        try self.init(noting: arguments, subjects: [subject], command: command, keys: keys)
    }

    /// The same for several, each of which is noted.
    init(noting arguments: Arguments, subjects: [String], command: String, keys: [SealedText] = []) throws {
        try self.init(Keyring(text: try arguments.requiredString("sealing-key")), keys: keys)
        let actor = ActorID(try arguments.requiredString("by"))
        let reason = try arguments.requiredString("reason")
        for (option, text) in [("by", actor.rawValue), ("reason", reason)] where text.allSatisfy(\.isWhitespace) {
            throw UsageError(command: "redress \(command)", subject: "--\(option)", given: text, expected: "some text")
        }
        try AccessLog(OperationsSchema.connect(arguments)).note(subjects, command: command, by: actor, reason: reason)
    }

    /// - Parameter keys: the customers' keys that texts may be sealed by, wrapped.
    init(_ keyring: Keyring, keys: [SealedText] = []) throws(CryptoError) {
        sealer = try Sealer(keyring)
        self.keys = Dictionary(keys.map { (CustomerKey.id(ofWrapped: $0.ciphertext) ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a sealed text says; `nil` where it, or the customer's key that sealed it, was erased.
    private func opened(_ sealed: SealedText, for context: String) throws -> Data? {
        let sealed = sealed.ciphertext
        if sealed == Self.erased { return nil }
        guard let id = CustomerKey.id(of: sealed) else { return try sealer.open(sealed, context: context) }
        return try keys[id].map { try CustomerKey(wrapped: $0.ciphertext, by: sealer).open(sealed, context: context) }
    }

    private func text(_ sealed: SealedText, for context: String) throws -> String {
        try opened(sealed, for: context).map { String(decoding: $0, as: UTF8.self) } ?? Self.erased
    }

    /// The complainant's data; what a later part says replaces what an earlier one said. `nil` where all of it was erased.
    func personal(_ sealed: [SealedText]) throws -> PersonalData? {
        let parts = try sealed.flatMap(\.parts).compactMap { part in
            try opened(part, for: SealContext.personal).map { try PersonalData(json: $0) }
        }
        return parts.reduce(nil) { known, next in known?.replaced(by: next) ?? next }
    }

    func answer(_ sealed: SealedText) throws -> String { try text(sealed, for: SealContext.answer) }

    /// What was put on file of a work order beside its answer.
    func note(_ sealed: SealedText) throws -> String { try text(sealed, for: SealContext.note) }

    /// A message of the dead letters, as its bytes were kept.
    func deadLetter(_ sealed: SealedText) throws -> ParkedMessage {
        try JSONDecoder().decode(ParkedMessage.self, from: SealedApart.open(sealed, by: sealer, context: SealContext.deadLetter))
    }

    /// A message of the dead letters with the payload a program makes of its own, sealed again; `nil` where the program fails, or changes nothing.
    func mended(_ sealed: SealedText, by program: PayloadProgram) throws -> SealedText? {
        let message = try deadLetter(sealed)
        guard let payload = message.value, let mended = try program.output(for: payload), mended != payload else { return nil }
        return try self.sealed(message.replacing(payload: mended))
    }

    /// A message of the dead letters with another payload, sealed again.
    func edited(_ sealed: SealedText, payload: Data) throws -> SealedText {
        try self.sealed(deadLetter(sealed).replacing(payload: payload))
    }

    private func sealed(_ message: ParkedMessage) throws -> SealedText {
        SealedText(ciphertext: try sealer.seal(JSONEncoder().encode(message), context: SealContext.deadLetter))
    }
}

extension PersonalData {
    fileprivate func replaced(by later: PersonalData) -> PersonalData {
        PersonalData(
            line: later.line, customer: later.customer ?? customer, contact: later.contact ?? contact,
            description: later.description ?? description, demand: later.demand ?? demand,
            dissatisfaction: later.dissatisfaction ?? dissatisfaction, settlement: later.settlement ?? settlement,
            address: later.address ?? address, postcode: later.postcode ?? postcode)
    }
}
