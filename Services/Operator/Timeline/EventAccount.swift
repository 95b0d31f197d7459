import Contracts
import Domain
import Foundation

/// What an event says, in words for people; it holds nothing personal in clear.
struct EventAccount: Hashable, Sendable {
    /// One thing more to know, such as the unit. What people wrote in free words is sealed, and nothing prints it so.
    struct Detail: Hashable, Sendable {
        let name: String
        /// What may be shown: the words, or that they are hidden.
        let value: String
        /// The words as they are kept; `nil` where nothing is sealed.
        let sealed: SealedText?

        init(_ name: String, _ value: some CustomStringConvertible) {
            self.init(name, shown: HiddenText.shown(value.description), sealed: nil)
        }

        init(_ name: String, _ reason: Reason) {
            switch reason {
            case .words(let words): self.init(name, shown: HiddenText.words, sealed: words)
            case .clear(let text): self.init(name, text)
            }
        }

        private init(_ name: String, shown value: String, sealed: SealedText?) {
            self.name = name
            self.value = value
            self.sealed = sealed
        }

        /// The detail with its words in clear, where there is something to open them by.
        func opened(by open: ((SealedText) throws -> String)?) rethrows -> Detail {
            guard let sealed else { return self }
            return Detail(name, try open?(sealed) ?? value)
        }

        /// Nothing where there is no value.
        static func some(_ name: String, _ value: (some CustomStringConvertible)?) -> [Detail] {
            value.map { [Detail(name, $0)] } ?? []
        }

        static func some(_ name: String, _ reason: Reason?) -> [Detail] { reason.map { [Detail(name, $0)] } ?? [] }
    }

    /// What happened, such as `answered`.
    let what: String
    /// Who did it, where a person did.
    let by: ActorID?
    let details: [Detail]
    /// An answer in it, still sealed.
    let answer: SealedText?
    /// What was put on file with it, still sealed.
    let note: SealedText?
    /// What a message says, in clear: its title and its text.
    let message: Message?

    /// A message to the customer or to staff.
    struct Message: Hashable, Sendable, Encodable {
        let title: String
        let text: String
    }

    init(
        _ what: String, by: ActorID? = nil, _ details: [Detail] = [], answer: SealedText? = nil, note: SealedText? = nil,
        message: Message? = nil
    ) {
        self.what = what
        self.by = by
        self.details = details
        self.answer = answer
        self.note = note
        self.message = message
    }
}

extension EventAccount {
    /// The account with its free words opened; they stay hidden where there is nothing to open them by.
    func opened(by open: ((SealedText) throws -> String)?) rethrows -> EventAccount {
        EventAccount(what, by: by, try details.map { try $0.opened(by: open) }, answer: answer, note: note, message: message)
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

extension EventAccount {
    /// Reads an event of any topic of facts; one of a type this release does not know is shown by its type alone.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong in the data.
    init(topic: String, type: String, data: Data, coder: WireCoder, times: TimeText) throws(Fault) {
        let account: EventAccount? =
            switch Topic.named(topic) {
            case .complaints: try ComplaintEvent.decode(type: type, data: data, with: coder).map { EventAccount($0, times).answering($0) }
            case .workOrders: try WorkOrderEvent.decode(type: type, data: data, with: coder).map { EventAccount($0, times).answering($0) }
            case .risks: try RiskSighting.decode(type: type, data: data, with: coder).map { EventAccount($0, times) }
            case .alerts: try Self.alert(type: type, data: data, coder: coder, times: times)
            case .compensations: try ClaimEvent.decode(type: type, data: data, with: coder).map { EventAccount($0, times).answering($0) }
            case .notifications: try NoticeEvent.decode(type: type, data: data, with: coder).map { EventAccount($0, times) }
            case .deadLetters: try DeadLetter.decode(type: type, data: data, with: coder).map { EventAccount($0) }
            case .intake?, .workOrderCommands?, .compensationCommands?, .notificationReceipts?, .staffNotices?, .customerKeys?,
                .gatewayTextRequests?, .gatewayTexts?, .reports?, nil:
                nil
            }
        self = account ?? EventAccount(type)
    }

    private init(_ letter: DeadLetter) {
        self.init(
            "message put aside",
            [
                Detail("service", letter.service), Detail("from", "\(letter.topic)/\(letter.partition)/\(letter.offset)"),
                Detail("because", "\(letter.fault)"),
            ])
    }
}

/// Where a rule or a figure comes from, as people read it: the policy's word for a figure that no source has confirmed is no sentence.
enum SourceWords {
    private static let word = "unconfirmed"

    /// `rule S106; the figure is not confirmed by the source yet` for `S106; the figure is unconfirmed`.
    static func text(_ source: String) -> String {
        if source == word { return "no rule of the source; the operator's own figure, to be confirmed" }
        return source.replacing("is \(word)", with: "is not confirmed by the source yet")
            .replacing(word, with: "not confirmed by the source yet")
    }
}
