/// Who decides in an approver's absence, and for how long.
///
/// A deputy has what authority the absent person has, but never in a case that either of the two made.
public struct Delegation: Decodable, Hashable, Sendable {
    public let absent: ActorID
    public let deputy: ActorID
    public let from: Instant
    /// The first moment the deputy no longer decides.
    public let until: Instant
    /// Whose order it is.
    public let source: String

    func holds(at now: Instant) -> Bool { from <= now && now < until }

    static func faults(of delegations: [Delegation], at path: String) -> [Fault] {
        delegations.enumerated().flatMap { index, delegation in
            var faults: [Fault] = []
            if delegation.until <= delegation.from {
                faults.append(Fault(field: "\(path)[\(index)].until", problem: "is not after from", expected: "a later time"))
            }
            if delegation.deputy == delegation.absent {
                faults.append(Fault(field: "\(path)[\(index)].deputy", problem: "is the absent person", expected: "another person"))
            }
            return faults
        }
    }
}

/// Up to which sum who may decide a claim.
public struct AuthorityBand: Decodable, Hashable, Sendable {
    public let band: String
    /// The most that all claims of one complaint together may come to, in minor units; the last band has no limit.
    public let upTo: Sourced<Int64>?
    /// Who may approve or decline: staff numbers, or the beginning of some followed by `*`. Where not given, the policy approves at once.
    public let approvers: Sourced<[String]>?

    /// Whether a staff number is on the list.
    func lets(_ actor: ActorID) -> Bool {
        guard let approvers else { return true }
        return approvers.value.contains { pattern in
            pattern.hasSuffix("*") ? actor.rawValue.hasPrefix(pattern.dropLast()) : actor.rawValue == pattern
        }
    }

    /// What the types cannot say of all bands together: the lowest first, each sum in one, no sum without one.
    static func faults(of bands: [AuthorityBand], at path: String) -> [Fault] {
        guard !bands.isEmpty else { return [Fault(field: path, problem: "is empty", expected: "one band or more")] }
        var faults: [Fault] = []
        var names: Set<String> = []
        var reached: Int64 = 0
        var needsPerson = false
        for (index, band) in bands.enumerated() {
            let field = "\(path)[\(index)]"
            if !names.insert(band.band).inserted {
                faults.append(Fault(field: field + ".band", problem: "is given twice", expected: "each band once"))
            }
            let isLast = index == bands.count - 1
            if let upTo = band.upTo {
                if isLast {
                    faults.append(Fault(field: field + ".upTo", problem: "leaves larger sums without a band", expected: "no limit"))
                }
                if upTo.value <= reached {
                    faults.append(
                        Fault(field: field + ".upTo.value", problem: "does not rise", expected: "minor units, more than \(reached)"))
                }
                reached = max(reached, upTo.value)
            } else if !isLast {
                faults.append(Fault(field: field + ".upTo", problem: "is missing", expected: "a limit in each band but the last"))
            }
            if let approvers = band.approvers {
                needsPerson = true
                faults += Self.faults(of: approvers.value, at: field + ".approvers.value")
            } else if needsPerson {
                faults.append(
                    Fault(field: field + ".approvers", problem: "is missing", expected: "approvers, as a lower band has them"))
            }
        }
        return faults
    }

    private static func faults(of approvers: [String], at path: String) -> [Fault] {
        guard !approvers.isEmpty else { return [Fault(field: path, problem: "is empty", expected: "one approver or more")] }
        return approvers.enumerated().compactMap { index, pattern in
            guard pattern.isEmpty || pattern == "*" || pattern.dropLast().contains("*") else { return nil }
            return Fault(field: "\(path)[\(index)]", problem: "does not name anyone in particular", expected: "staff-2077 or supervisor-*")
        }
    }
}
