extension NoticeDelivery: Document {
    /// The head is `index trigger attempts standing template`; the standing a letter and a time.
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        let head: String = try fields.required("d")
        let parts = head.split(separator: " ", maxSplits: 4)
        guard parts.count == 5, let index = Int(digits: parts[0]), let attempts = Int(digits: parts[2]) else { throw Fault.meaningless }
        let time = try NoticeShorthand.instant(parts[3].dropFirst())
        switch parts[3].first {
        case "w": standing = .waiting(until: time)
        case "s": standing = .sent(timeout: time)
        case "o":
            standing = .sent(timeout: time)
            isOvertaken = true
        default: throw Fault.meaningless
        }
        self.index = index
        self.attempts = attempts
        trigger = try NoticeTrigger(code: parts[1])
        template = TemplateName(String(parts[4]))
        values = try fields.optional("v") ?? [:]
        unit = try fields.optional("u")
        enclosure = try fields.optional("x")
        lastReceipt = try fields.optional("l")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        let time: String
        switch standing {
        case .waiting(let until): time = "w" + NoticeShorthand.text(until)
        case .sent(let timeout): time = (isOvertaken ? "o" : "s") + NoticeShorthand.text(timeout)
        }
        writer.write("d", "\(index) \(trigger.code) \(attempts) \(time) \(template.rawValue)")
        if !values.isEmpty { writer.write("v", values) }
        writer.write("u", unit)
        writer.write("x", enclosure)
        writer.write("l", lastReceipt)
    }
}
