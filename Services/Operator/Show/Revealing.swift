import CommandLine
import Contracts
import Crypto
import Domain
import Foundation

/// Opens what is sealed, for the few who may read it.
struct Revealing {
    /// `--reveal` and the key it needs.
    static let options: [Option] = [
        Option("reveal", help: "Show personal data in clear; needs the sealing key."),
        Option(
            "sealing-key", value: .string(placeholder: "KEYS"), environment: "REDRESS_SEALING_KEY", secret: true,
            help: "The keyring personal data is sealed with."),
    ]

    private let sealer: Sealer

    /// `nil` where nothing is to be revealed.
    ///
    /// - Throws: a `UsageError` when there is no key, a `CryptoError` when it is none.
    init?(_ arguments: Arguments) throws {
        guard arguments.flag("reveal") else { return nil }
        sealer = try Sealer(Keyring(text: try arguments.requiredString("sealing-key")))
    }

    init(_ keyring: Keyring) throws(CryptoError) {
        sealer = try Sealer(keyring)
    }

    /// The complainant's data; what a later part says replaces what an earlier one said.
    func personal(_ sealed: [Sealed]) throws -> PersonalData? {
        let parts = try sealed.flatMap(\.parts).map { part in
            try PersonalData(json: sealer.open(part.rawValue, context: SealContext.personal))
        }
        return parts.reduce(nil) { known, next in known?.replaced(by: next) ?? next }
    }

    func answer(_ sealed: Sealed) throws -> String {
        String(decoding: try sealer.open(sealed.rawValue, context: SealContext.answer), as: UTF8.self)
    }

    /// What was put on file of a work order beside its answer.
    func note(_ sealed: Sealed) throws -> String {
        String(decoding: try sealer.open(sealed.rawValue, context: SealContext.note), as: UTF8.self)
    }

    /// A message of the dead letters, as its bytes were kept.
    func deadLetter(_ sealed: String) throws -> Data { try sealer.open(sealed, context: SealContext.deadLetter) }
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
