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
        Option("reveal", help: "Show personal data in clear; needs the sealing key, and is noted in the access log."),
        Option("by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", help: "Who looks: the staff number."),
        Option("reason", value: .string(placeholder: "TEXT"), help: "Why; do not name the customer."),
        Option(
            "sealing-key", value: .string(placeholder: "KEYS"), environment: "REDRESS_SEALING_KEY", secret: true,
            help: "The keyring personal data is sealed with."),
    ]

    private let sealer: Sealer

    /// What stands in a document where sealed data was erased.
    static let erased = "erased"

    /// `nil` where nothing is to be revealed. What is, is noted in the access log first (S041, S115).
    ///
    /// - Parameters:
    ///   - subject: the complaint, or the place of the dead letter.
    ///   - command: such as `show`.
    /// - Throws: a `UsageError` when there is no key, no staff number or no reason, a `CryptoError` for a key that is none, a `StoreError` or
    ///   `PostgresError` where the log cannot be written; then nothing is revealed.
    init?(_ arguments: Arguments, subject: String, command: String) throws {
        guard arguments.flag("reveal") else { return nil }
        try self.init(noting: arguments, subject: subject, command: command)
    }

    /// As `init(_:subject:command:)`, where the command itself asks for it.
    init(noting arguments: Arguments, subject: String, command: String) throws {
        sealer = try Sealer(Keyring(text: try arguments.requiredString("sealing-key")))
        let actor = ActorID(try arguments.requiredString("by"))
        let reason = try arguments.requiredString("reason")
        for (option, text) in [("by", actor.rawValue), ("reason", reason)] where text.allSatisfy(\.isWhitespace) {
            throw UsageError(command: "redress \(command)", subject: "--\(option)", given: text, expected: "some text")
        }
        try AccessLog(OperationsSchema.connect(arguments)).note(subject, command: command, by: actor, reason: reason)
    }

    init(_ keyring: Keyring) throws(CryptoError) {
        sealer = try Sealer(keyring)
    }

    /// The complainant's data; what a later part says replaces what an earlier one said.
    func personal(_ sealed: [Sealed]) throws -> PersonalData? {
        let parts = try sealed.flatMap(\.parts).filter { $0.rawValue != Self.erased }.map { part in
            try PersonalData(json: sealer.open(part.rawValue, context: SealContext.personal))
        }
        return parts.reduce(nil) { known, next in known?.replaced(by: next) ?? next }
    }

    func answer(_ sealed: Sealed) throws -> String {
        if sealed.rawValue == Self.erased { return Self.erased }
        return try opened(sealed)
    }

    private func opened(_ sealed: Sealed) throws -> String {
        String(decoding: try sealer.open(sealed.rawValue, context: SealContext.answer), as: UTF8.self)
    }

    /// What was put on file of a work order beside its answer.
    func note(_ sealed: Sealed) throws -> String {
        String(decoding: try sealer.open(sealed.rawValue, context: SealContext.note), as: UTF8.self)
    }

    /// A message of the dead letters, as its bytes were kept.
    func deadLetter(_ sealed: String) throws -> ParkedMessage {
        try JSONDecoder().decode(ParkedMessage.self, from: sealer.open(sealed, context: SealContext.deadLetter))
    }

    /// A message of the dead letters with another payload, sealed again.
    func edited(_ sealed: String, payload: Data) throws -> String {
        let message = try deadLetter(sealed).replacing(payload: payload)
        return try sealer.seal(JSONEncoder().encode(message), context: SealContext.deadLetter)
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
