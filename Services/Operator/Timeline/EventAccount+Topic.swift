import Contracts
import Domain
import Foundation

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
            default: nil
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
