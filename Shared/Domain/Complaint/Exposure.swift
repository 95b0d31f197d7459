/// Where the media or the internet have shown a complaint's matter, and what that has done (S131, S135).
public struct Exposure: Hashable, Codable, Sendable {
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
public enum ExposureMedium: String, Codable, Sendable, CaseIterable {
    /// 国家级媒体.
    case national
    /// 省级媒体.
    case provincial
    /// 互联网新媒体.
    case newMedia = "new-media"
}

/// How far the bad effect of an exposure reaches (S135).
public enum ExposureEffect: String, Codable, Sendable, CaseIterable {
    /// 全国性.
    case national
    /// 省内.
    case provincial
    /// 省间跨域性.
    case crossProvince = "cross-province"
}
