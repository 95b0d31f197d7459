public import Domain
public import Foundation

/// All that a pack is held to before it goes into service: what the services need, and that every figure's law is known.
public struct PolicyPackCheck: Sendable {
    /// The files that no service reads and people and checks do.
    public static let files = ["laws.yaml", "roles.yaml"]

    public let faults: [PolicyFault]
    /// `nil` where a file is missing or wrong.
    public let laws: LawPolicy?
    public let roles: RolePolicy?

    /// Checks a pack.
    ///
    /// - Parameter day: the day on which the laws that figures come from have to be in force, or the pack's own first day if that is later; `nil`
    ///   where it does not matter.
    public init(directory: URL, on day: CivilDate? = nil) {
        var reader = PolicyReader(directory: directory)
        let laws = reader.read(LawPolicy.self, "laws.yaml")
        let roles = reader.read(RolePolicy.self, "roles.yaml")
        reader.place(laws?.policy.faults() ?? [], in: [laws?.tree])
        reader.place(roles?.policy.faults() ?? [], in: [roles?.tree])
        var faults: [PolicyFault] = []
        do throws(PolicyError) {
            _ = try PolicyPackLoader.load(directory: directory)
        } catch {
            faults += error.faults
        }
        do throws(PolicyError) {
            _ = try ReportingPackLoader.load(directory: directory)
        } catch {
            // A fault in a file that both read is reported once.
            faults += error.faults.filter { !faults.contains($0) }
        }
        faults += reader.faults.filter { !faults.contains($0) }
        let files = SpokenFiles(directory)
        faults += files.wordless(in: directory).filter { !faults.contains($0) }
        if let version = files.intake?.policy.version, let own = laws?.policy.version, own != version {
            faults.append(
                PolicyFault(file: "laws.yaml", line: 1, path: "version", problem: "is not that of the pack", expected: version.rawValue))
        }
        if let laws {
            let day = day.map { max($0, laws.policy.effective.from) }
            faults += Self.lawFaults(in: directory, laws.policy, on: day)
        }
        self.faults = faults
        self.laws = laws?.policy
        self.roles = roles?.policy
    }

    /// The files whose codes people read in words, each by itself: words are missing whatever else is wrong with the pack. A file that cannot be
    /// read is `nil`, and a fault of the pack's.
    private struct SpokenFiles {
        let intake: PolicyFile<IntakePolicy>?
        private let clocks: PolicyFile<ClockPolicy>?
        private let abnormal: PolicyFile<AbnormalPolicy>?
        private let routing: PolicyFile<RoutingPolicy>?
        private let templates: PolicyFile<TemplatePolicy>?
        private let channels: PolicyFile<ChannelPolicy>?

        init(_ directory: URL) {
            var reader = PolicyReader(directory: directory)
            intake = reader.readApart(IntakePolicy.self, "intake.yaml")
            clocks = reader.readApart(ClockPolicy.self, "clocks.yaml")
            abnormal = reader.readApart(AbnormalPolicy.self, "abnormal.yaml")
            routing = reader.readApart(RoutingPolicy.self, "routing.yaml")
            templates = reader.readApart(TemplatePolicy.self, "templates.yaml")
            channels = reader.readApart(ChannelPolicy.self, "channels.yaml")
        }

        /// What people would read as a bare code: clocks, signs, classes of problems, provinces and units without words, channels without a name.
        func wordless(in directory: URL) -> [PolicyFault] {
            var spoken: [(of: NoticeValue.Vocabulary, code: String)] = []
            spoken += (clocks?.policy.clocks ?? []).map { (of: NoticeValue.Vocabulary.clock, code: $0.name.rawValue) }
            spoken += (abnormal?.policy.signs ?? []).map { (of: NoticeValue.Vocabulary.clock, code: $0.name.rawValue) }
            spoken += (intake?.policy.categories ?? []).map { (of: NoticeValue.Vocabulary.category, code: $0.code.rawValue) }
            spoken += (intake?.policy.provinces.listed ?? []).map { (of: NoticeValue.Vocabulary.province, code: $0.code.rawValue) }
            spoken += (routing?.policy.units ?? []).map { (of: NoticeValue.Vocabulary.unit, code: $0.code.rawValue) }
            var reader = PolicyReader(directory: directory)
            reader.place(templates?.policy.faults(speaking: spoken) ?? [], in: [templates?.tree])
            reader.place(channels?.policy.nameless() ?? [], in: [channels?.tree])
            return reader.faults
        }
    }

    /// Figures whose source names a law that `laws.yaml` does not know, or one that has ended or is not yet in force (S043, S116).
    private static func lawFaults(in directory: URL, _ laws: LawPolicy, on day: CivilDate?) -> [PolicyFault] {
        let figures: PolicyFigures
        do throws(PolicyError) {
            figures = try PolicyFigures(directory: directory)
        } catch {
            return error.faults
        }
        var told: Set<String> = []
        return figures.figures.filter { $0.file != "laws.yaml" }.flatMap { figure in
            figure.citations.compactMap { citation -> PolicyFault? in
                guard case .law(let name) = citation, let fault = fault(of: name, laws, on: day),
                    told.insert("\(figure.file):\(figure.line):\(name)").inserted
                else { return nil }
                return PolicyFault(
                    file: figure.file, line: figure.line, path: figure.key, problem: "comes from \(name), which " + fault.problem,
                    expected: fault.expected)
            }
        }
    }

    private static func fault(of name: String, _ laws: LawPolicy, on day: CivilDate?) -> (problem: String, expected: String)? {
        guard let law = laws[name] else {
            return ("laws.yaml does not know", "one of " + laws.laws.map(\.law).joined(separator: ", "))
        }
        guard let day else { return nil }
        let expected = "a law in force on \(day)"
        if let from = law.from, day < from { return ("is in force from \(from) only", expected) }
        if let until = law.until, until < day { return ("ended on \(until)", expected) }
        return nil
    }
}
