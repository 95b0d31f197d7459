import Domain
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
    public init(directory: URL) {
        var reader = PolicyReader(directory: directory)
        let laws = reader.read(LawPolicy.self, "laws.yaml")
        let roles = reader.read(RolePolicy.self, "roles.yaml")
        reader.place(laws?.policy.faults() ?? [], in: [laws?.tree])
        reader.place(roles?.policy.faults() ?? [], in: [roles?.tree])
        var faults: [PolicyFault] = []
        var version: PolicyVersion?
        do throws(PolicyError) {
            version = try PolicyPackLoader.load(directory: directory).version
        } catch {
            faults += error.faults
        }
        do throws(PolicyError) {
            _ = try ReportingPackLoader.load(directory: directory)
        } catch {
            // A fault in a file that both read is told once.
            faults += error.faults.filter { !faults.contains($0) }
        }
        faults += reader.faults.filter { !faults.contains($0) }
        if let version, let own = laws?.policy.version, own != version {
            faults.append(
                PolicyFault(file: "laws.yaml", line: 1, path: "version", problem: "is not that of the pack", expected: version.rawValue))
        }
        if let laws { faults += Self.unknownLaws(in: directory, laws.policy) }
        self.faults = faults
        self.laws = laws?.policy
        self.roles = roles?.policy
    }

    /// Figures whose source names a law that `laws.yaml` does not know (S043, S116).
    private static func unknownLaws(in directory: URL, _ laws: LawPolicy) -> [PolicyFault] {
        let figures: PolicyFigures
        do throws(PolicyError) {
            figures = try PolicyFigures(directory: directory)
        } catch {
            return error.faults
        }
        var told: Set<String> = []
        return figures.figures.filter { $0.file != "laws.yaml" }.flatMap { figure in
            figure.citations.compactMap { citation -> PolicyFault? in
                guard case .law(let name) = citation, laws[name] == nil, told.insert("\(figure.file):\(figure.line):\(name)").inserted
                else { return nil }
                return PolicyFault(
                    file: figure.file, line: figure.line, path: figure.key, problem: "comes from \(name), which laws.yaml does not know",
                    expected: "one of " + laws.laws.map(\.law).joined(separator: ", "))
            }
        }
    }
}
