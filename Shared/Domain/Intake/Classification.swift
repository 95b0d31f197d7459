/// By whose channel a complaint came (S121).
public enum ChannelLevel: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 省内投诉 (S123).
    case provincial
    /// 集团级投诉 (S126).
    case groupLevel = "group-level"
    /// 申诉 (S128).
    case appeal
}

/// What kind of complaint it is (S122).
public enum Nature: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 普通投诉.
    case ordinary
    /// 重复投诉: the same line within 30 days of the earlier complaint's archiving (S130).
    case `repeat`
    /// 重大投诉 (S131).
    case major
}

/// What else is to be known of a complaint (S050, S088, S128, S150).
public enum Flag: String, DocumentWord, Codable, Sendable, CaseIterable, Comparable {
    /// 升级: a lower level was asked first and has not settled it.
    case escalated
    /// 越级: a lower level was left out.
    case skipLevel = "skip-level"
    /// 越级倾向: the customer says so, or has done so before (S050).
    case skipLevelTendency = "skip-level-tendency"
    case crossProvince = "cross-province"
    case crossCompany = "cross-company"
    case roaming
    /// Suspected of malice, no more: only a finding makes it so, and until then it is a complaint like any other (S088).
    case malicious

    public static func < (left: Flag, right: Flag) -> Bool { left.rawValue < right.rawValue }
}
