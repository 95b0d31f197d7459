import Crypto
import Domain

/// What an event says, in words for people; it holds nothing personal in clear.
struct EventAccount: Hashable, Sendable {
    /// One thing more to know, such as the unit.
    struct Detail: Hashable, Sendable {
        let name: String
        let value: String

        init(_ name: String, _ value: some CustomStringConvertible) {
            self.name = name
            self.value = value.description
        }

        /// The detail with its value opened, where it is sealed: free words are.
        func opened(by open: ((Sealed) throws -> String)?) rethrows -> Detail {
            guard Sealer.isSealed(value) else { return self }
            return Detail(name, try open?(Sealed(value)) ?? "(sealed)")
        }

        /// Nothing where there is no value.
        static func some(_ name: String, _ value: (some CustomStringConvertible)?) -> [Detail] {
            value.map { [Detail(name, $0)] } ?? []
        }
    }

    /// What happened, such as `answered`.
    let what: String
    /// Who did it, where a person did.
    let by: ActorID?
    let details: [Detail]
    /// An answer in it, still sealed.
    let answer: Sealed?
    /// What was put on file with it, still sealed.
    let note: Sealed?

    init(_ what: String, by: ActorID? = nil, _ details: [Detail] = [], answer: Sealed? = nil, note: Sealed? = nil) {
        self.what = what
        self.by = by
        self.details = details
        self.answer = answer
        self.note = note
    }
}

extension EventAccount {
    /// The account with its free words opened, or marked as sealed where there is nothing to open them by.
    func opened(by open: ((Sealed) throws -> String)?) rethrows -> EventAccount {
        EventAccount(what, by: by, try details.map { try $0.opened(by: open) }, answer: answer, note: note)
    }

    /// A command that was refused.
    init(_ refusal: CommandRejected) {
        self.init(
            "command refused",
            [
                Detail("command", CommandVerb.name(ofType: refusal.commandType)), Detail("while", refusal.state),
                Detail("because", "\(refusal.fault)"),
            ])
    }
}

extension Money {
    /// `12.50 CNY`: two decimals, as the currencies of the policies have.
    var text: String {
        let amount = minorUnits.magnitude
        let decimals = amount % 100
        return "\(minorUnits < 0 ? "-" : "")\(amount / 100).\(decimals < 10 ? "0" : "")\(decimals) \(currency)"
    }
}
