/// Evidence, meetings, and what other units contribute (S071, S087, S097, S098, S150).
extension OpenWorkOrder {
    /// Asks another unit; this one stays responsible (S098). Within the same unit only another province's can be asked (S150).
    mutating func coordinate(
        with target: Unit, _ province: Province?, _ request: Reason, _ order: Order
    ) throws(Fault) -> WorkOrderEvent {
        try order.rules.check(target, field: "data.to")
        guard target != unit || province != nil else {
            throw Fault(field: "data.to", problem: "is the unit that has the work order", expected: "another unit, or another province's")
        }
        var file = investigation ?? Investigation()
        let asked = Investigation.Asked(unit: target, province: province)
        guard !file.asked.contains(asked) else {
            throw onRecord("that unit was asked before and has not contributed yet", "its contribution, or another unit")
        }
        try Self.checkRoom(file.asked.count, "contribution")
        file.asked.append(asked)
        investigation = file
        return .coordinationRequested(
            WorkOrderCoordinationRequested(
                complaint: complaint, workOrder: workOrder, unit: target, province: province, request: request, by: order.by, at: order.now
            ))
    }

    /// Takes a contribution once; also after the answer, when it comes late.
    mutating func contribute(_ source: Unit, _ province: Province?, _ text: SealedText, _ order: Order) throws(Fault) -> WorkOrderEvent {
        let asked = Investigation.Asked(unit: source, province: province)
        guard let index = investigation?.asked.firstIndex(of: asked) else {
            throw Fault(field: "data.unit", problem: "was not asked, or has contributed", expected: "a unit that was asked")
        }
        investigation?.asked.remove(at: index)
        return .contributed(
            WorkOrderContributed(
                complaint: complaint, workOrder: workOrder, unit: source, province: province, contribution: text, by: order.by,
                at: order.now))
    }

    mutating func record(_ kind: String, _ reference: String, _ note: SealedText?, _ order: Order) throws(Fault) -> WorkOrderEvent {
        let kinds = order.rules.investigation.evidenceKinds.map(\.code)
        guard kinds.contains(kind) else {
            throw Fault(field: "data.kind", problem: "is not a kind of evidence", expected: "one of " + kinds.joined(separator: ", "))
        }
        var file = investigation ?? Investigation()
        let evidence = Investigation.Evidence(kind: kind, reference: reference)
        guard !file.evidence.contains(evidence) else { throw onRecord("that piece of evidence is on file", "another piece of evidence") }
        try Self.checkRoom(file.evidence.count, "piece of evidence")
        file.evidence.append(evidence)
        investigation = file
        return .evidenceRecorded(
            WorkOrderEvidenceRecorded(
                complaint: complaint, workOrder: workOrder, kind: kind, reference: reference, note: note, by: order.by, at: order.now))
    }

    mutating func record(
        meeting minutes: String, _ conclusion: SealedText, _ plan: SealedText, _ order: Order
    ) throws(Fault) -> WorkOrderEvent {
        var file = investigation ?? Investigation()
        guard !file.minutes.contains(minutes) else { throw onRecord("those minutes are on file", "the minutes of another meeting") }
        try Self.checkRoom(file.minutes.count, "meeting")
        file.minutes.append(minutes)
        investigation = file
        return .meetingRecorded(
            WorkOrderMeetingRecorded(
                complaint: complaint, workOrder: workOrder, minutes: minutes, conclusion: conclusion, plan: plan, by: order.by,
                at: order.now))
    }

    /// A state is one document and must stay small.
    private static func checkRoom(_ count: Int, _ what: String) throws(Fault) {
        guard count < Investigation.limit else {
            throw Fault(field: "command", problem: "is one \(what) too many", expected: "at most \(Investigation.limit)")
        }
    }
}
