/// The policy in force and the earlier ones that open complaints were accepted under.
public struct PolicyVersions<Policy: Sendable>: Sendable {
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

extension PolicyVersions: Equatable where Policy: Equatable {}
