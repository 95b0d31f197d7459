public import Domain

/// Which complaints are typical and go into the case library 案例库 (S140).
public struct CasePolicy: Decodable, Equatable, Sendable {
    /// How many are chosen a period; 0 for none.
    public let size: Sourced<Int>
    /// What makes a complaint typical; one with more of it comes first.
    public let traits: Sourced<[CaseTrait]>

    func faults() -> [Fault] {
        guard size.value < 0 else { return [] }
        return [Fault(field: "cases.size.value", problem: "is below 0", expected: "0 or more")]
    }
}

/// What makes a complaint typical.
public enum CaseTrait: String, DocumentWord, Codable, Sendable, CaseIterable {
    case major
    case appeal
    case `repeat`
    case escalated
    case breached
    case compensated
    case urged
    /// Settled at the first attempt to the customer's content: a good case 优秀案例.
    case good
}

/// One typical complaint, without anything personal: not even the masked line (S041, S115, S140).
public struct TypicalCase: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let traits: [CaseTrait]
    public let channel: Channel
    public let level: ChannelLevel
    public let nature: Nature
    public let province: Province
    public let category: Category
    public let unit: Unit?
    public let liability: Liability?
    public let ground: String?
    public let registeredAt: Instant
    public let toldAt: Instant?
    public let closedAt: Instant
    public let urges: Int
    public let transfers: Int
    public let escalations: Int
    /// What was paid and not taken back, in the currency's smallest unit.
    public let compensation: Int64
    public let satisfied: Bool?
}

extension TypicalCase: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        traits = try fields.required("traits")
        channel = try fields.required("channel")
        level = try fields.required("level")
        nature = try fields.required("nature")
        province = try fields.required("province")
        category = try fields.required("category")
        unit = try fields.optional("unit")
        liability = try fields.optional("liability")
        ground = try fields.optional("ground")
        registeredAt = try fields.required("registeredAt")
        toldAt = try fields.optional("toldAt")
        closedAt = try fields.required("closedAt")
        urges = try fields.required("urges")
        transfers = try fields.required("transfers")
        escalations = try fields.required("escalations")
        compensation = try fields.required("compensation")
        satisfied = try fields.optional("satisfied")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("traits", traits)
        writer.write("channel", channel)
        writer.write("level", level)
        writer.write("nature", nature)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("unit", unit)
        writer.write("liability", liability)
        writer.write("ground", ground)
        writer.write("registeredAt", registeredAt)
        writer.write("toldAt", toldAt)
        writer.write("closedAt", closedAt)
        writer.write("urges", urges)
        writer.write("transfers", transfers)
        writer.write("escalations", escalations)
        writer.write("compensation", compensation)
        writer.write("satisfied", satisfied)
    }
}
