import Domain
import Foundation
import Runtime

/// Rows as the tests of the lane store write them.
enum Rows {
    static let noon = Instant(seconds: 1_775_016_000)
    static let line = LaneID(group: "line", number: 3)
    static let otherLine = LaneID(group: "line", number: 4)
    static let complaint = LaneID(group: "complaint", number: 3)
    static let otherComplaint = LaneID(group: "complaint", number: 4)

    static let lineGroup = LaneGroup(name: "line", topics: [InputTopic("redress.intake", .outsiders)], companion: "complaint")
    static let complaintGroup = LaneGroup(name: "complaint", topics: [InputTopic("redress.work-orders", .facts)])

    static func state(
        _ key: String, _ body: String = "{}", lane: LaneID = line, due: Instant? = nil, reference: String? = nil
    ) -> StateRow {
        StateRow(key: key, lane: lane, body: Data(body.utf8), due: due, reference: reference)
    }

    static func event(
        _ position: Int64, key: String = "C1", sequence: Int64? = nil, lane: LaneID = line, topic: String = "redress.complaints"
    ) -> JournalRow {
        JournalRow(
            lane: lane, position: position, topic: topic, key: key, id: "\(key)-\(sequence ?? position)", time: noon,
            traceParent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            correlation: Correlation(id: "flow-1", cause: position.isMultiple(of: 2) ? nil : "cause-\(position)"),
            content: .event(
                type: "redress.complaint.registered.v1", sequence: sequence ?? position, data: Data("{\"n\":\(position)}".utf8)))
    }

    static func alert(_ position: Int64, _ id: String) -> JournalRow {
        JournalRow(
            lane: complaint, position: position, topic: "redress.alerts", key: "C1", id: id, time: noon,
            content: .event(type: "redress.alert.breached.v1", sequence: nil, data: Data("{}".utf8)))
    }

    static func forwarded(_ position: Int64) -> JournalRow {
        JournalRow(
            lane: line, position: position, topic: "redress.intake", key: "k", id: "redress.intake/3/1", time: noon,
            content: .forwarded(sealed: Data([0, 255]), partition: 7))
    }

    static func letter(
        _ number: Int64, _ kind: DeadLetterRow.Kind, key: String = "token-1", lane: LaneID = line, problem: String = "is not JSON"
    ) -> DeadLetterRow {
        DeadLetterRow(
            lane: lane, number: number, kind: kind, key: key,
            origin: .message(topic: "redress.intake", partition: 3, offset: 40 + number),
            sealedMessage: SealedText(ciphertext: "sealed \(number)"),
            fault: kind == .poison ? Fault(field: "data", problem: problem, expected: "a JSON object") : nil, at: noon)
    }
}

extension LaneStore {
    /// One whole transaction of one lane.
    @discardableResult
    func transact(
        _ holding: LaneHolding, offsets: [String: Int64] = [:], confirmed: Int64? = nil, _ changes: (inout BatchChanges) -> Void = { _ in }
    ) throws -> LoadedBatch {
        let loaded = try begin(holding.load(offsets: offsets, confirmed: confirmed))
        guard loaded.fenced.isEmpty else { return loaded }
        var batch = BatchChanges(now: Rows.noon)
        changes(&batch)
        _ = try commit(batch)
        return loaded
    }

    func take(_ lane: LaneID) throws -> LaneHolding {
        guard let holding = try take([lane]).first else { throw Absent() }
        return holding
    }

    /// Takes a lane and has one message decided in it, `1` of the gateway's, which led to one event.
    func takeAfterOneEvent(_ lane: LaneID) throws -> LaneHolding {
        let holding = try take(lane)
        try transact(holding) { batch in
            batch.lanes = [LaneAdvance(lane: lane, position: 1, serial: 1)]
            batch.journal = [Rows.event(1)]
            batch.identities = [EventIdentity(lane: lane, source: "/gateway", id: "1")]
        }
        return holding
    }
}

struct Absent: Error {}

extension LaneHolding {
    func load(
        offsets: [String: Int64] = [:], confirmed: Int64? = nil, groups: [GroupLoad] = [], identities: [EventIdentity] = [],
        requests: Bool = false
    ) -> BatchLoad {
        BatchLoad(
            lanes: [LaneFence(lane: lane, epoch: epoch, offsets: offsets, confirmed: confirmed ?? self.confirmed)], groups: groups,
            identities: identities, requestLanes: requests ? [lane] : [])
    }
}
