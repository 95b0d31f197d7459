import Contracts
import Domain

/// Judges events before they are sent: by the contract, which reading them does, and by the policy where one is at hand.
struct SubmitCheck {
    let forecast: IntakeForecast?
    /// Whether nothing is sent. Only then is the time held against the policy: when an event is sent, intake's clock counts.
    let isDryRun: Bool

    /// The fields the customer will be asked for; empty for none.
    ///
    /// - Throws: the fault that intake will reject the event for.
    func check(_ event: ImportedEvent) throws(RowFault) -> [String] {
        guard let forecast else { return [] }
        switch forecast.verdict(on: event.input) {
        case .taken: return []
        case .asked(let fields): return fields
        case .rejected(let fault):
            if !isDryRun, fault.field == ImportField.receivedAt.rawValue { return [] }
            throw RowFault(line: event.line, fault)
        }
    }
}
