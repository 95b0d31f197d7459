import Domain
import Runtime

/// Where a dead letter lies: `dispatch/complaint/3/12` is number 12 of lane 3 of the lane group `complaint` of dispatch.
struct DeadLetterPlace: Hashable, Sendable, LosslessStringConvertible, Encodable {
    let service: String
    let group: String
    let lane: Int32
    /// A serial of the lane.
    let number: Int64

    init(service: String, group: String, lane: Int32, number: Int64) {
        self.service = service
        self.group = group
        self.lane = lane
        self.number = number
    }

    /// `nil` for a text that is not of four parts, or names no service.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, OperatorDatabase.services.contains(where: { $0.name == parts[0] }), !parts[1].isEmpty,
            let lane = Int32(digits: parts[2]), let number = Int64(digits: parts[3])
        else { return nil }
        self.init(service: parts[0], group: parts[1], lane: lane, number: number)
    }

    var description: String { "\(service)/\(group)/\(lane)/\(number)" }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
