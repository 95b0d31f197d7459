/// Complaints that go over somebody's head, or threaten to: a ticket at once, and a report upward (`intake.yaml`; S050).
public struct AttentionPolicy: Decodable, Equatable, Sendable {
    /// The flags that call for it.
    public let flags: Sourced<[Flag]>
    /// What a complaint is flagged with when the line's file has a complaint with one of these flags on record.
    public let recordGives: Sourced<[Flag]>
    /// Whether what is missing holds up the registration no more; it is then open on the registered complaint.
    public let registersAtOnce: Sourced<Bool>
    /// To whom complaints of a level are reported.
    public let reportTo: [ReportTarget]

    /// The unit above, for complaints of one level.
    public struct ReportTarget: Decodable, Equatable, Sendable {
        public let level: ChannelLevel
        public let unit: Sourced<Unit>
    }

    func target(of level: ChannelLevel) -> Unit? { reportTo.first { $0.level == level }?.unit.value }

    func faults() -> [Fault] {
        var faults: [Fault] = []
        for level in ChannelLevel.allCases where reportTo.count(where: { $0.level == level }) != 1 {
            faults.append(
                Fault(
                    field: "attention.reportTo", problem: "does not name the level \(level.rawValue) once",
                    expected: "one unit for each level"))
        }
        return faults
    }
}

/// Which exposures make a complaint major: it may cause or has caused considerable public opinion (`intake.yaml`; S131, S135).
public struct PublicOpinionPolicy: Decodable, Equatable, Sendable {
    public let media: Sourced<[ExposureMedium]>
    public let effects: Sourced<[ExposureEffect]>
    /// Whether an exposure counts while no effect is known yet.
    public let beforeEffect: Sourced<Bool>
    /// The levels whose complaints can be major by exposure.
    public let levels: Sourced<[ChannelLevel]>

    /// Whether an exposure makes a complaint of a level major.
    func isMajor(_ exposure: Exposure, at level: ChannelLevel) -> Bool {
        guard levels.value.contains(level), media.value.contains(exposure.medium) else { return false }
        return exposure.effect.map(effects.value.contains) ?? beforeEffect.value
    }
}

/// Where the media or the internet have shown a complaint's matter, and what that has done (S131, S135).
public struct Exposure: Hashable, Sendable {
    public let medium: ExposureMedium
    /// `nil` as long as no effect is known: the matter *may* cause public opinion.
    public let effect: ExposureEffect?
    /// Where it can be looked up, such as the number of a press cutting. Never personal data.
    public let reference: String?

    public init(medium: ExposureMedium, effect: ExposureEffect? = nil, reference: String? = nil) {
        self.medium = medium
        self.effect = effect
        self.reference = reference
    }
}

/// Who exposed a matter (S135).
public enum ExposureMedium: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 国家级媒体.
    case national
    /// 省级媒体.
    case provincial
    /// 互联网新媒体.
    case newMedia = "new-media"
}

/// How far the bad effect of an exposure reaches (S135).
public enum ExposureEffect: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 全国性.
    case national
    /// 省内.
    case provincial
    /// 省间跨域性.
    case crossProvince = "cross-province"
}

extension Exposure: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        medium = try fields.required("medium")
        effect = try fields.optional("effect")
        reference = try fields.optional("reference")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("medium", medium)
        writer.write("effect", effect)
        writer.write("reference", reference)
    }
}
