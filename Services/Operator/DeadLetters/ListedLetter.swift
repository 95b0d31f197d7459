import Domain

/// A dead letter as people see it; the message itself stays sealed.
struct ListedLetter {
    let place: DeadLetterPlace
    /// It failed; a letter that is none only waits behind one.
    let isPoison: Bool
    let key: String
    let topic: String
    let partition: Int32
    let offset: Int64
    let fault: Fault?
    let at: Instant
    let request: String?
    let requestedBy: String?
    let requestReason: String?
    /// How many letters of its key come before it.
    let before: Int64
    /// How many letters of its key wait behind it.
    let behind: Int64
    /// The CloudEvents source and type of the message, where they could be read.
    let source: String?
    let type: String?

    /// Where it came from; a timer that failed has no message.
    var origin: String { topic == "timer" ? "timer" : "\(topic)/\(partition)/\(offset)" }

    var faultText: String { fault.map { "\($0)" } ?? "waits behind another of its key" }

    var requestText: String {
        guard let request else { return "" }
        return request + (requestedBy.map { " by \($0)" } ?? "") + (requestReason.map { ": \($0)" } ?? "")
    }
}

extension ListedLetter: Encodable {
    private enum Key: String, CodingKey {
        case place, kind, key, topic, partition, offset, fault, at, request, requestedBy, requestReason, before, behind, source, type
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(place, forKey: .place)
        try container.encode(isPoison ? "poison" : "waiting", forKey: .kind)
        try container.encode(key, forKey: .key)
        try container.encode(topic, forKey: .topic)
        try container.encode(partition, forKey: .partition)
        try container.encode(offset, forKey: .offset)
        try container.encodeIfPresent(fault, forKey: .fault)
        try container.encode(at, forKey: .at)
        try container.encodeIfPresent(request, forKey: .request)
        try container.encodeIfPresent(requestedBy, forKey: .requestedBy)
        try container.encodeIfPresent(requestReason, forKey: .requestReason)
        try container.encode(before, forKey: .before)
        try container.encode(behind, forKey: .behind)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(type, forKey: .type)
    }
}
