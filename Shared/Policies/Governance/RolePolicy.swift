public import Domain
public import Foundation

/// Who is there, what each unit's duties are, and which roles may give which command (`roles.yaml`; S003–S010, S136, S142–S148, S163, S173–S175).
public struct RolePolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let organisation: [Body]
    public let roles: [Role]
    public let commands: [Permission]
    /// Which roles no sender of commands may hold together, unless all it sends is one person's.
    public let separations: [Separation]?

    /// One authority, department, centre or party.
    public struct Body: Decodable, Hashable, Sendable {
        /// A unit of `routing.yaml` where it solves complaints.
        public let code: String
        public let name: String
        public let kind: Kind
        /// The body that guides it.
        public let under: String?
        /// Whether there need be none, such as a province's appeal body (S009).
        public let optional: Bool?
        public let duties: [Duty]
    }

    /// What kind of body it is.
    public enum Kind: String, Decodable, Sendable, CaseIterable {
        case administration
        case appealBody = "appeal-body"
        case party
        case department
        case centre
        case company
        case touchpoint
    }

    /// One thing a body does, and which rule says so.
    public struct Duty: Decodable, Hashable, Sendable {
        public let duty: String
        public let source: String
    }

    /// What a person is at work.
    public struct Role: Decodable, Hashable, Sendable {
        public let role: String
        public let name: String
        public let source: String
    }

    /// Which roles may give a command.
    public struct Permission: Decodable, Equatable, Sendable {
        /// As the command is called, such as `approve-answer`.
        public let command: String
        public let roles: Sourced<[String]>
    }

    /// Two roles of which one checks what the other made.
    public struct Separation: Decodable, Hashable, Sendable {
        public let maker: String
        public let checker: String
        public let source: String
    }

    /// Reads the roles of a pack alone, as the check of commands needs them.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with file and line.
    public static func load(directory: URL) throws(PolicyError) -> RolePolicy {
        try PolicyFolder.check(directory)
        var reader = PolicyReader(directory: directory)
        let roles = reader.read(RolePolicy.self, "roles.yaml")
        reader.place(roles?.policy.faults() ?? [], in: [roles?.tree])
        guard reader.faults.isEmpty, let roles else { throw PolicyError(reader.faults) }
        return roles.policy
    }

    /// The roles that may give a command, by its CloudEvents type; `nil` for a type the policy does not name.
    public func roles(mayGive type: String) -> [String]? {
        let words = type.split(separator: ".")
        guard words.count > 2 else { return nil }
        let name = words[words.count - 2]
        return commands.first { $0.command == name }?.roles.value
    }

    /// What the types cannot say: names given twice, bodies and roles that nobody defines, bodies that guide each other in a ring.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        faults +=
            Self.repeated(organisation.map(\.code), at: "organisation", "code") + Self.repeated(roles.map(\.role), at: "roles", "role")
        faults += Self.repeated(commands.map(\.command), at: "commands", "command")
        let parents = Dictionary(organisation.compactMap { body in body.under.map { (body.code, $0) } }) { first, _ in first }
        let codes = Set(organisation.map(\.code))
        for (index, body) in organisation.enumerated() {
            if let under = body.under, !codes.contains(under) {
                faults.append(
                    Fault(
                        field: "organisation[\(index)].under", problem: "is not one of the bodies", expected: "a code of the organisation"))
            }
            if body.duties.isEmpty {
                faults.append(Fault(field: "organisation[\(index)].duties", problem: "is empty", expected: "one duty or more"))
            }
            var above = body.under
            for _ in codes where above != nil && above != body.code { above = above.flatMap { parents[$0] } }
            if above == body.code {
                faults.append(Fault(field: "organisation[\(index)].under", problem: "leads back to itself", expected: "a body above it"))
            }
        }
        let known = Set(roles.map(\.role))
        for (index, permission) in commands.enumerated() {
            if permission.roles.value.isEmpty {
                faults.append(Fault(field: "commands[\(index)].roles.value", problem: "is empty", expected: "one role or more"))
            }
            for (position, role) in permission.roles.value.enumerated() where !known.contains(role) {
                faults.append(
                    Fault(
                        field: "commands[\(index)].roles.value[\(position)]", problem: "is not one of the roles",
                        expected: "a role of this file"))
            }
        }
        for (index, pair) in (separations ?? []).enumerated() {
            for (field, role) in [("maker", pair.maker), ("checker", pair.checker)] where !known.contains(role) {
                faults.append(
                    Fault(field: "separations[\(index)].\(field)", problem: "is not one of the roles", expected: "a role of this file"))
            }
        }
        return faults
    }

    private static func repeated(_ names: [String], at list: String, _ key: String) -> [Fault] {
        var seen: Set<String> = []
        return names.enumerated().filter { !seen.insert($0.element).inserted }.map { index, _ in
            Fault(field: "\(list)[\(index)].\(key)", problem: "is given twice", expected: "each once")
        }
    }

    public subscript(body code: String) -> Body? { organisation.first { $0.code == code } }
}
