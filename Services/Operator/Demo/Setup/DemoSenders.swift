import Contracts
package import Crypto
import Foundation
package import Policies
import Runtime

/// Those who command in the demo, each with a key of its own, as a deployment would have them.
package struct DemoSenders {
    private struct Sender {
        let name: String
        let roles: [String]
        let key: SigningKey
    }

    private let senders: [Sender]
    private let policy: RolePolicy

    /// What people's own commands are signed with, unless they say otherwise.
    static let desk = "desk"

    /// The variable of the shell that names a sender's private key, such as `REVIEW_KEY`.
    static func variable(of sender: String) -> String { "\(sender.uppercased())_KEY" }

    /// Makes new keys.
    ///
    /// - Parameter policy: who may give which command.
    package init(_ policy: RolePolicy) throws(CryptoError) {
        var senders: [Sender] = []
        for (name, roles) in [
            (Self.desk, ["handler", "dispatcher", "receptionist", "follow-up-agent", "proposer"]), ("review", ["reviewer", "supervisor"]),
            ("appeals", ["appeal-officer"]), ("approvers", ["approver"]), ("billing", ["billing"]),
        ] {
            senders.append(Sender(name: name, roles: roles, key: try SigningKey.generate()))
        }
        self.senders = senders
        self.policy = policy
    }

    /// What the services check by.
    package var register: SenderRegister {
        SenderRegister(
            senders: senders.map {
                SenderRegister.Sender(
                    sender: $0.name, key: $0.key.verifyingKey.base64(), roles: $0.roles, people: [SenderRegister.Sender.anybody])
            })
    }

    /// Writes the register and the private keys.
    ///
    /// - Returns: the register's file, and that of each sender's key by the sender.
    func write(into folder: URL) throws -> (register: String, keys: [String: String]) {
        let file = folder.appending(path: "senders.yaml")
        let lines = register.senders.map { sender in
            "  - {sender: \(sender.sender), key: \"\(sender.key)\", roles: [\(sender.roles.joined(separator: ", "))], people: [\"*\"]}\n"
        }
        try Data(("senders:\n" + lines.joined()).utf8).write(to: file)
        var keys: [String: String] = [:]
        for sender in senders {
            let key = folder.appending(path: "\(sender.name).pem")
            try sender.key.write(to: key)
            keys[sender.name] = key.path
        }
        return (file.path, keys)
    }

    /// The message as whoever may give such a command signs it; one that is no command of desks, approvers or billing as it is.
    package func signed(_ message: OutsideMessage) throws(CryptoError) -> OutsideMessage {
        guard message.topic == .workOrderCommands || message.topic == .compensationCommands,
            let permitted = policy.roles(mayGive: message.event.type),
            let sender = senders.first(where: { $0.roles.contains(where: permitted.contains) })
        else { return message }
        var event = message.event
        try EventSignature.sign(&event, with: sender.key)
        return OutsideMessage(event, of: message)
    }
}
