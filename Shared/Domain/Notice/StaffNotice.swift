/// Something a unit has to know of, but not at once: it goes into the unit's next digest. Notification writes it from the complaint's lane and
/// reads it in the unit's, on `redress.staff-notices`, keyed by the unit.
public struct StaffNotice: Hashable, Sendable {
    public let unit: Unit
    public let complaint: ComplaintNumber
    /// What happened.
    public let what: NoticeTrigger
    /// The lane it was written from.
    public let lane: Int
    /// Rises with every notice of its lane: what is not above the last one taken is a repetition.
    public let place: Int64

    public init(unit: Unit, complaint: ComplaintNumber, what: NoticeTrigger, lane: Int, place: Int64) {
        self.unit = unit
        self.complaint = complaint
        self.what = what
        self.lane = lane
        self.place = place
    }

    /// The identity in words; also the CloudEvents id.
    public var identity: String { "\(unit.rawValue)/\(lane)/\(place)" }
}

extension StaffNotice: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("unit")
        complaint = try fields.required("complaint")
        what = try fields.required("what")
        lane = try fields.required("lane")
        place = try fields.required("place")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("unit", unit)
        writer.write("complaint", complaint)
        writer.write("what", what)
        writer.write("lane", lane)
        writer.write("place", place)
    }
}
