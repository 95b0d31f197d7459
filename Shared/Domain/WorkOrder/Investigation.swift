/// What the investigation of a complaint has put on file, by its numbers; what it says travels sealed and is not kept here.
public struct Investigation: Sendable, Equatable {
    public internal(set) var evidence: [Evidence] = []
    /// The numbers of special meetings' minutes.
    public internal(set) var minutes: [String] = []
    /// The units that were asked and have not contributed yet.
    public internal(set) var asked: [Asked] = []

    /// How many of each are kept; more are refused.
    static let limit = 64

    /// One piece of evidence.
    public struct Evidence: Sendable, Equatable {
        public let kind: String
        public let reference: String
    }

    /// A unit, where it is another province's of which.
    public struct Asked: Sendable, Equatable {
        public let unit: Unit
        public let province: Province?
    }
}

extension Investigation: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        evidence = try fields.required("evidence")
        minutes = try fields.required("minutes")
        asked = try fields.required("asked")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("evidence", evidence)
        writer.write("minutes", minutes)
        writer.write("asked", asked)
    }
}

extension Investigation.Evidence: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        kind = try fields.required("kind")
        reference = try fields.required("reference")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("kind", kind)
        writer.write("reference", reference)
    }
}

extension Investigation.Asked: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("unit")
        province = try fields.optional("province")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("unit", unit)
        writer.write("province", province)
    }
}
