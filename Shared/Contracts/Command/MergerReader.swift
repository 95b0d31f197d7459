public import Domain

/// Reads what dispatch sends itself about complaints that go together, on `redress.work-order-commands`.
public enum MergerReader {
    /// The only type.
    public static let type = "redress.work-order.merger-message.v1"

    /// Reads one message; `nil` for any other type.
    ///
    /// - Throws: a `Fault` for the dead letters at whatever is missing or wrong, and where another than dispatch sent it: it would approve
    ///   an answer that nobody has reviewed.
    public static func read(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) -> MergerMessage? {
        guard event.type == type else { return nil }
        guard event.source == Party.dispatch.source else {
            throw Fault(field: "source", problem: "may not send this type", expected: Party.dispatch.source)
        }
        return try coder.decode(MergerMessage.self, from: event.data)
    }
}
