/// How a file is stored: names of one letter, and lists of words in one text.
extension NoticeState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        // What former releases wrote in place of `c`.
        guard !fields.has("complaint") else {
            self = try EarlierNoticeState(fields: &fields).file
            return
        }
        complaint = try fields.required("c")
        contact = try fields.optional("k")
        responsible = try fields.optional("r")
        firstContact = try fields.optional("f")
        if let code: String = try fields.optional("s") { stage = try NoticeStage(code: code) }
        regret = Regret(stored: try fields.optional("a") ?? "")
        if let marks: String = try fields.optional("h") { taken = marks.split(separator: " ").map { NoticeIdentity(stored: $0) } }
        early = try fields.optional("e") ?? []
        open = try fields.optional("o") ?? []
        count = try fields.optional("n") ?? 0
        if let count: Int64 = try fields.optional("d") { today = DailyCount(stored: count) }
        denial = try fields.optional("w")
        if let asking: String = try fields.optional("u") { followUp = try FollowUp(stored: asking) }
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("c", complaint)
        writer.write("k", contact)
        writer.write("r", responsible)
        writer.write("f", firstContact)
        writer.write("s", stage?.code)
        writer.write("a", regret.stored)
        if !taken.isEmpty { writer.write("h", taken.map(\.text).joined(separator: " ")) }
        if !early.isEmpty { writer.write("e", early) }
        if !open.isEmpty { writer.write("o", open) }
        if count > 0 { writer.write("n", count) }
        writer.write("d", today?.stored)
        writer.write("w", denial)
        writer.write("u", followUp?.stored)
    }
}
