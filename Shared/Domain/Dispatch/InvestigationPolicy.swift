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

/// What the investigation of a complaint has put on file, by its numbers; what it says travels sealed and is not kept here.
public struct Investigation: Sendable, Equatable {
    public internal(set) var evidence: [Evidence] = []
    /// The numbers of special meetings' minutes.
    public internal(set) var minutes: [String] = []
    /// The units that were asked and have not contributed yet.
    public internal(set) var asked: [Asked] = []

    /// How many of each are kept; more are refused.
    static let limit = 64

    /// One piece of evidence.
    public struct Evidence: Sendable, Equatable {
        public let kind: String
        public let reference: String
    }

    /// A unit, where it is another province's of which.
    public struct Asked: Sendable, Equatable {
        public let unit: Unit
        public let province: Province?
    }
}

extension Investigation: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        evidence = try fields.required("evidence")
        minutes = try fields.required("minutes")
        asked = try fields.required("asked")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("evidence", evidence)
        writer.write("minutes", minutes)
        writer.write("asked", asked)
    }
}

extension Investigation.Evidence: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        kind = try fields.required("kind")
        reference = try fields.required("reference")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("kind", kind)
        writer.write("reference", reference)
    }
}

extension Investigation.Asked: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unit = try fields.required("unit")
        province = try fields.optional("province")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("unit", unit)
        writer.write("province", province)
    }
}

/// What must be there before an answer is sent back, and how the customer is told.
public struct AnswerRequirements: Decodable, Equatable, Sendable {
    /// What the answer contains (S039, S073, S197 5.4).
    public let answer: Sourced<[AnswerPart]>
    /// The kinds of evidence that are on file, one of each (S071, S197 5.3).
    public let evidence: Sourced<[String]>
    /// Whether liability is found (S167, S198).
    public let finding: Sourced<Bool>
    /// Whether a special meeting was held (S087).
    public let meeting: Sourced<Bool>
    /// Whether the customer is told in writing, with the document's number (S108).
    public let writing: Sourced<Bool>

    func faults(kinds: Set<String>, at path: String) -> [Fault] {
        evidence.value.enumerated().filter { !kinds.contains($0.element) }.map { index, _ in
            Fault(
                field: "\(path).evidence.value[\(index)]", problem: "is not one of the kinds of evidence",
                expected: "a kind listed under evidenceKinds")
        }
    }

    /// What is missing for an answer with these parts, in words; empty when it can be given.
    func missing(parts: [AnswerPart], found: Bool, on file: Investigation?) -> [String] {
        var missing = answer.value.filter { !parts.contains($0) }.map { "the answer's \($0.rawValue)" }
        missing += missingBeside(found: found, on: file)
        return missing
    }

    /// The same without the answer's own contents.
    func missingBeside(found: Bool, on file: Investigation?) -> [String] {
        var missing: [String] = []
        if finding.value, !found { missing.append("a finding of liability") }
        missing += evidence.value.filter { kind in file?.evidence.contains { $0.kind == kind } != true }.map { "evidence of \($0)" }
        if meeting.value, file?.minutes.isEmpty != false { missing.append("the minutes of a special meeting") }
        return missing
    }
}

/// What an answer 回单 may have to contain (S039, S073, S197 5.4).
public enum AnswerPart: String, DocumentWord, Codable, Sendable, CaseIterable {
    case result
    case reasons
    case measures
}

/// Whose fault it was: the three branches of refund and compensation (S198).
public enum Liability: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 企业有瑕疵.
    case operatorAtFault = "operator-at-fault"
    /// 责任不清.
    case unclear
    /// 企业无责.
    case operatorNotAtFault = "operator-not-at-fault"
}
