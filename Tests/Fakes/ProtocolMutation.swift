import Foundation
import Runtime

/// One promise of the worker's protocol broken on purpose, so that a simulation can show that it would notice.
public enum ProtocolMutation: String, CaseIterable, Sendable {
    /// Whoever would move the offsets forward may write.
    case fenceByOffset
    /// A journal row counts as published once the next transaction begins, whether Kafka has confirmed it or not.
    case outboxDroppedEarly
    /// A take leaves the lane's epoch as it is, so the former owner goes on writing.
    case epochNotRaised
    /// What a timer decides is published, and its state is not saved with it.
    case timerOutsideTransaction
    /// The sequence taken last is forgotten, so a repeated fact counts again.
    case sequenceNotChecked
}

extension StateRow {
    /// The document without the sequences its reader has taken.
    func withoutSequences() -> StateRow {
        guard var document = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else { return self }
        document["received"] = [String: Int]()
        guard let body = try? JSONSerialization.data(withJSONObject: document) else { return self }
        return StateRow(key: key, lane: lane, body: body, due: due, reference: reference)
    }
}
