/// How a complaint is investigated, by its type (`investigation.yaml`; S038, S068, S071, S097, S107, S197).
public struct InvestigationPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// What may be put on file.
    public let evidenceKinds: [EvidenceKind]
    /// Tried in order; the first that holds decides.
    public let processes: [ComplaintProcess]
    /// Where none holds.
    public let ordinary: AnswerRequirements
    /// How a customer can be told in writing (S108).
    public let writtenMedia: Sourced<[String]>
    /// Whether an answer waits for the units that were asked to contribute (S098).
    public let answerNeedsContributions: Sourced<Bool>

    /// What the types cannot say: kinds nobody defined, names given twice.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var kinds: Set<String> = []
        for (index, kind) in evidenceKinds.enumerated() where !kinds.insert(kind.code).inserted {
            faults.append(Fault(field: "evidenceKinds[\(index)].code", problem: "is given twice", expected: "each kind once"))
        }
        var names: Set<String> = []
        for (index, process) in processes.enumerated() {
            if !names.insert(process.name).inserted {
                faults.append(Fault(field: "processes[\(index)].name", problem: "is given twice", expected: "each process once"))
            }
            faults += process.requires.faults(kinds: kinds, at: "processes[\(index)].requires")
        }
        return faults + ordinary.faults(kinds: kinds, at: "ordinary")
    }

    /// The name of the process a complaint follows; `nil` for the ordinary one.
    func process(for complaint: ComplaintRegistered) -> String? {
        processes.first { $0.when.holds(for: complaint) }?.name
    }

    /// What the process of that name requires; the ordinary one where the policy has dropped the name.
    func requirements(of process: String?) -> AnswerRequirements {
        guard let process else { return ordinary }
        return processes.first { $0.name == process }?.requires ?? ordinary
    }
}

/// One kind of evidence.
public struct EvidenceKind: Decodable, Equatable, Sendable {
    public let code: String
    public let name: String
    public let source: String
}

/// The process of one type of complaint (S068).
public struct ComplaintProcess: Decodable, Equatable, Sendable {
    public let name: String
    public let when: RoutingCondition
    public let requires: AnswerRequirements
}
