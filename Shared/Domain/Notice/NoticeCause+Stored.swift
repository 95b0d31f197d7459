/// How a cause waits in a file for the complaint's registration: names of one letter.
extension NoticeCause: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        let text: String = try fields.required("d")
        let identity = text.split(separator: ":", maxSplits: 1)
        self.init(
            try NoticeTrigger(code: identity.first ?? ""), identity.count == 2 ? String(identity[1]) : "1", try fields.optional("v") ?? [:],
            unit: try fields.optional("u"), others: try fields.optional("t") ?? [], enclosure: try fields.optional("x"),
            scopes: try fields.optional("s") ?? [])
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("d", identity.text)
        if !values.isEmpty { writer.write("v", values) }
        writer.write("u", unit)
        if !others.isEmpty { writer.write("t", others) }
        writer.write("x", enclosure)
        if !scopes.isEmpty { writer.write("s", scopes) }
    }
}
