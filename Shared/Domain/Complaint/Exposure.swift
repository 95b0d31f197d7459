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
