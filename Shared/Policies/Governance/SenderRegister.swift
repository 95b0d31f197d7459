public import Domain
public import Foundation

/// Who signs commands by which key, as what, and for whom: a file of the deployment's, beside the policy pack.
public struct SenderRegister: Decodable, Equatable, Sendable {
    public let senders: [Sender]

    /// One system or person, and the key that it alone has.
    public struct Sender: Decodable, Hashable, Sendable {
        /// What people call it, such as `desk-network-operations`; it stands in logs, so it is no person's name.
        public let sender: String
        /// The public key: 32 bytes of Ed25519 in base64.
        public let key: String
        /// What it may command as, by `roles.yaml`.
        public let roles: [String]
        /// The staff numbers it speaks for; `*` for whoever it says, which only a system may that knows its people itself.
        public let people: [String]

        public init(sender: String, key: String, roles: [String], people: [String]) {
            self.sender = sender
            self.key = key
            self.roles = roles
            self.people = people
        }

        /// What stands for anybody in `people`.
        public static let anybody = "*"

        /// Whether it may name this person as the one who commands.
        public func speaks(for person: String) -> Bool { people.contains(Self.anybody) || people.contains(person) }

        /// Whether all it signs is one person's, whatever the command says.
        var isOnePerson: Bool { people.count == 1 && people != [Self.anybody] }
    }

    public init(senders: [Sender]) {
        self.senders = senders
    }

    /// Reads a register and holds it against the roles of the policy pack.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with file and line.
    public static func load(file: URL, roles: RolePolicy) throws(PolicyError) -> SenderRegister {
        try PolicyTree.register(file, of: "senders") { (register: SenderRegister) in register.faults(roles) }
    }

    /// What the types cannot say: names and keys given twice, roles that nobody defines, and one sender that could make and check alike.
    public func faults(_ policy: RolePolicy) -> [Fault] {
        var faults: [Fault] = []
        var names: Set<String> = []
        var keys: Set<String> = []
        let known = Set(policy.roles.map(\.role))
        for (index, sender) in senders.enumerated() {
            let place = "senders[\(index)]"
            func fault(_ field: String, _ problem: String, _ expected: String) {
                faults.append(Fault(field: "\(place).\(field)", problem: problem, expected: expected))
            }
            if !names.insert(sender.sender).inserted { fault("sender", "is given twice", "each name once") }
            if !keys.insert(sender.key).inserted { fault("key", "is another sender's too", "a key of its own") }
            if sender.roles.isEmpty { fault("roles", "is empty", "one role or more of roles.yaml") }
            for (place, role) in sender.roles.enumerated() where !known.contains(role) {
                fault("roles[\(place)]", "is not one of the roles", "a role of roles.yaml")
            }
            if sender.people.isEmpty { fault("people", "is empty", "staff numbers, or \"*\" for whoever the sender names") }
            guard !sender.isOnePerson else { continue }
            for pair in policy.separations ?? [] where sender.roles.contains(pair.maker) && sender.roles.contains(pair.checker) {
                fault(
                    "roles", "holds \(pair.maker) and \(pair.checker) for more than one person, who could check what they made themselves",
                    "a sender of its own for each of the two, or one for each person")
            }
        }
        return faults
    }
}
