internal import Domain

/// What every command names beside its own fields: the complaint, and who asks.
enum CommandEnvelope {
    /// The complaint that an event names, where it can be read: what is wrong with the event is reported already.
    static func complaint(of event: CloudEvent) -> ComplaintNumber? {
        do {
            return try JSONFields.read(event.data, at: "data") { json throws(Fault) in ComplaintNumber(try required("complaint", in: json))
            }
        } catch {
            return nil
        }
    }

    /// - Throws: a `Fault` when `by` is missing: nothing is done that nobody has asked for.
    static func identity(of event: CloudEvent, in json: JSONFields) throws(Fault) -> CommandIdentity {
        CommandIdentity(type: event.type, source: event.source, id: event.id, actor: ActorID(try required("by", in: json)))
    }

    static func required(_ name: String, in json: JSONFields) throws(Fault) -> String {
        guard let text = try optional(name, .code, in: json) else {
            throw Fault(field: json.path(name), problem: "is missing", expected: "some text")
        }
        return text
    }

    static func optional(_ name: String, _ rule: TextRule, in json: JSONFields) throws(Fault) -> String? {
        guard let text = try json.string(name) else { return nil }
        guard !TextRule.isBlank(text) else { throw Fault(field: json.path(name), problem: "is empty", expected: "some text") }
        try rule.check(text, field: json.path(name))
        return text
    }
}
