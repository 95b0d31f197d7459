/// What there is of a complaint while it is a major one (S056).
public struct MajorCase: Sendable, Equatable {
    /// `nil` where intake knew it from its channel or its exposure.
    public let ground: MajorGround?
    public let since: Instant
    /// To how many levels it was reported.
    public internal(set) var reported = 0
    /// The numbers of the papers filed.
    public internal(set) var preHandlingPlan: String?
    public internal(set) var handlingPlan: String?
    public internal(set) var script: String?

    init(ground: MajorGround?, since: Instant) {
        self.ground = ground
        self.since = since
    }

    func holds(_ paper: MajorPaper) -> Bool {
        switch paper {
        case .preHandlingPlan: preHandlingPlan != nil
        case .handlingPlan: handlingPlan != nil
        case .script: script != nil
        }
    }
}

extension MajorCase: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        ground = try fields.optional("ground")
        since = try fields.required("since")
        reported = try fields.required("reported")
        preHandlingPlan = try fields.optional("preHandlingPlan")
        handlingPlan = try fields.optional("handlingPlan")
        script = try fields.optional("script")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("ground", ground)
        writer.write("since", since)
        writer.write("reported", reported)
        writer.write("preHandlingPlan", preHandlingPlan)
        writer.write("handlingPlan", handlingPlan)
        writer.write("script", script)
    }
}
