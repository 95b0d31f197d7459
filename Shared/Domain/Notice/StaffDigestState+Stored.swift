extension StaffDigestState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("u")
        let places: String = try fields.optional("l") ?? ""
        for pair in places.split(separator: " ") {
            let parts = pair.split(separator: ":")
            guard parts.count == 2, let lane = Int(digits: parts[0]), let place = Int64(signedDigits: parts[1]) else {
                throw Fault.meaningless
            }
            taken[lane] = place
        }
        let kinds: [String] = try fields.optional("w") ?? []
        for kind in kinds { waiting.append(try Kind(stored: kind)) }
        due = try fields.optional("d")
        count = try fields.optional("n") ?? 0
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("u", unit)
        let places = taken.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        if !places.isEmpty { writer.write("l", places.joined(separator: " ")) }
        if !waiting.isEmpty { writer.write("w", waiting.map(\.stored)) }
        writer.write("d", due)
        if count > 0 { writer.write("n", count) }
    }
}

extension StaffDigestState.Kind {
    /// The kind's code, the count, and the complaints.
    fileprivate var stored: String { ([what.code, String(count)] + complaints.map(\.rawValue)).joined(separator: " ") }

    fileprivate init(stored text: String) throws(Fault) {
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let count = Int(digits: parts[1]) else { throw Fault.meaningless }
        self.init(what: try NoticeTrigger(code: parts[0]), count: count, complaints: parts.dropFirst(2).map { ComplaintNumber(String($0)) })
    }
}
