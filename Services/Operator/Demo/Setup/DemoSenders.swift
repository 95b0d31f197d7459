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

    /// What people's own commands are signed with.
    static let desk = "desk"

    /// Makes new keys.
    ///
    /// - Parameter policy: who may give which command.
    package init(_ policy: RolePolicy) throws(CryptoError) {
        var senders: [Sender] = []
        for (name, roles) in [
            (Self.desk, ["handler", "dispatcher", "receptionist", "follow-up-agent"]), ("review", ["reviewer", "supervisor"]),
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
    /// - Returns: the register's file and that of the desk's key.
    func write(into folder: URL) throws -> (register: String, desk: String) {
        let file = folder.appending(path: "senders.yaml")
        let lines = register.senders.map { sender in
            "  - {sender: \(sender.sender), key: \"\(sender.key)\", roles: [\(sender.roles.joined(separator: ", "))], people: [\"*\"]}\n"
        }
        try Data(("senders:\n" + lines.joined()).utf8).write(to: file)
        for sender in senders { try sender.key.write(to: folder.appending(path: "\(sender.name).pem")) }
        return (file.path, folder.appending(path: "\(Self.desk).pem").path)
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
