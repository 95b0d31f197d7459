/// The policy in force and the earlier ones that open complaints were accepted under.
public final class PolicyVersions<Policy: Sendable>: Sendable {
    public let version: PolicyVersion
    public let current: Policy
    public let earlier: [PolicyVersion: Policy]

    public init(version: PolicyVersion, current: Policy, earlier: [PolicyVersion: Policy] = [:]) {
        self.version = version
        self.current = current
        self.earlier = earlier
    }

    /// The policy a complaint is held to: the one it was accepted under, else the one in force.
    ///
    /// A version nobody loaded must not silence a complaint's deadlines, so the policy in force stands in and its version is answered.
    public func pinned(to wanted: PolicyVersion) -> (version: PolicyVersion, policy: Policy) {
        if wanted != version, let policy = earlier[wanted] { return (wanted, policy) }
        return (version, current)
    }
}

extension PolicyVersions: Equatable where Policy: Equatable {
    public static func == (left: PolicyVersions, right: PolicyVersions) -> Bool {
        left.version == right.version && left.current == right.current && left.earlier == right.earlier
    }
}

/// The days on which a policy file is in force.
public struct EffectivePeriod: Decodable, Hashable, Sendable {
    /// The first day.
    public let from: CivilDate
    /// The last day; `nil` until it is replaced.
    public let until: CivilDate?

    public init(from: CivilDate, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: CivilDate) -> Bool {
        guard let until else { return from <= day }
        return from <= day && day <= until
    }

    /// Says so where the last day lies before the first.
    public func faults() -> [Fault] {
        guard let until, until < from else { return [] }
        return [Fault(field: "effective.until", problem: "is before the first day", expected: "\(from) or later")]
    }
}

/// A figure of a policy together with where it comes from; a figure without a source cannot be written down.
public struct Sourced<Value: Decodable & Sendable & Equatable>: Decodable, Sendable, Equatable {
    public let value: Value
    /// A rule of the source (`S130`), an article (`Order 35 art. 8`), the operator's own rule, or `unconfirmed`.
    public let source: String

    public init(_ value: Value, source: String) {
        self.value = value
        self.source = source
    }
}

extension Sourced: Hashable where Value: Hashable {}

/// How refusals word things, so that all of them do it in one way.
enum Wording {
    /// `archive`, `archive or accept`, `archive, accept or hold`.
    static func either(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
