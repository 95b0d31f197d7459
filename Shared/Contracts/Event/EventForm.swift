public import Domain

/// The form of one event type's data, as the payload's own description gives it: what the published schema has to say.
public struct EventForm: Sendable {
    /// The CloudEvents type.
    public let type: String
    public let shape: DocumentShape

    public init(type: String, shape: DocumentShape) {
        self.type = type
        self.shape = shape
    }

    /// Those of all events that are read as documents, in the topics' order; intake events, commands and receipts are described where they are read.
    ///
    /// - Throws: a `Fault` that names the type and the field which cannot be described.
    public static func all() throws(Fault) -> [EventForm] {
        try forms(of: ComplaintEvent.self) + forms(of: WorkOrderEvent.self) + forms(of: RiskSighting.self) + forms(of: ClockEvent.self)
            + forms(of: RiskEvent.self) + forms(of: ClaimEvent.self) + forms(of: NoticeEvent.self) + forms(of: StaffNotice.self) + [
                form(Heartbeat.wireType, of: Heartbeat.self), form(MergerReader.type, of: MergerMessage.self),
                form(CustomerKeyMade.wireType, of: CustomerKeyMade.self), form(GatewayTextRequest.wireType, of: GatewayTextRequest.self),
                form(GatewayText.wireType, of: GatewayText.self), form(DeadLetter.wireType, of: DeadLetter.self),
                form(ReportPublished.wireType, of: ReportPublished.self),
            ]
    }

    private static func forms<Event: WireEvent>(of _: Event.Type) throws(Fault) -> [EventForm] {
        var forms: [EventForm] = []
        for type in Event.WireType.allCases {
            var source = FormOfPayload()
            do {
                _ = try Event.read(type, from: &source)
            } catch {
                throw error.below(type.rawValue)
            }
            forms.append(EventForm(type: type.rawValue, shape: source.shape))
        }
        return forms
    }

    private static func form<Payload: Document>(_ type: String, of _: Payload.Type) throws(Fault) -> EventForm {
        do {
            return EventForm(type: type, shape: try Payload.form().shape)
        } catch {
            throw error.below(type)
        }
    }
}

/// Gives samples of payloads, and notes their shape.
private struct FormOfPayload: PayloadSource {
    private(set) var shape = DocumentShape.object([])

    mutating func payload<Payload: Document>() throws(Fault) -> Payload {
        let form = try Payload.form()
        shape = form.shape
        return form.sample
    }
}
