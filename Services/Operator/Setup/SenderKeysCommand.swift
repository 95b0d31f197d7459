import CommandLine
import Crypto
import Foundation
import Policies
import Runtime

/// `redress keys make`, `show` and `check`: the keys that commands are signed with, and the register that says whose they are.
enum SenderKeysCommand {
    static let commands = [make, show, check]

    private static let roles = Option(
        "role", value: .string(placeholder: "ROLE"), repeated: true, required: true,
        help: "A role the sender has, as roles.yaml names it; give it once for each.")
    private static let people = Option(
        "person", value: .string(placeholder: "STAFF"), repeated: true, required: true,
        help: "A staff number the sender may act for; \"*\" for a system that authenticates its own users.")

    private static let make = OperatorCommand(
        Command(
            "make", summary: "Make a key for a sender of commands.",
            discussion: """
                Writes the private key into the new file NAME.pem, which only its owner reads (Ed25519, PKCS #8), and prints the sender's \
                entry for the register that the services read (--command-keys). The private key stays with its sender.
                """,
            examples: [
                "redress keys make approver-zhang --role approver --person 20017 >> senders.yaml",
                "redress keys make desk-network --role handler --role dispatcher --person '*' --folder /run/secrets",
            ],
            options: [
                roles, people, Option("folder", value: .path, default: ".", help: "The folder to write the private key to."),
                JSONOutput.option,
            ],
            operands: [Operand("NAME", help: "The sender's name. It appears in logs, so do not use a person's name.")])
    ) { arguments in
        let name = arguments.operand("NAME") ?? ""
        guard isName(name) else {
            throw UsageError(
                command: "redress keys make", subject: "NAME", given: name, expected: "1 to 64 small letters, digits and hyphens")
        }
        let key = try SigningKey.generate()
        let file = URL(filePath: arguments.string("folder") ?? ".").appending(path: "\(name).pem")
        try key.write(to: file)
        StandardStream.errors.write("the private key is in \(file.path)\n")
        try say(Entry(name, key, arguments, file: file.path), arguments)
        return .ok
    }

    private static let show = OperatorCommand(
        Command(
            "show", summary: "Print a sender's entry from its private key.",
            discussion: "The key may also have been made by openssl genpkey -algorithm ed25519.",
            examples: ["redress keys show approver-zhang.pem --role approver --person 20017"],
            options: [roles, people, JSONOutput.option],
            operands: [Operand("FILE", help: "The private key, named after its sender.")])
    ) { arguments in
        let file = URL(filePath: arguments.operand("FILE") ?? "")
        let name = file.deletingPathExtension().lastPathComponent
        try say(Entry(name, SigningKey(file: file), arguments, file: file.path), arguments)
        return .ok
    }

    private static let check = OperatorCommand(
        Command(
            "check", summary: "Check a register of senders as the services do.",
            discussion: "Exit codes: 0 the register is valid; 78 it is not: every fault is listed with its line.",
            examples: ["redress keys check senders.yaml --policies Ops/policies/china"],
            options: [ServiceCommand.policies, JSONOutput.option],
            operands: [Operand("FILE", help: "The register.")])
    ) { arguments in
        let roles = try RolePolicy.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let register = try SenderRegister.load(file: URL(filePath: arguments.operand("FILE") ?? ""), roles: roles)
        let gate = try CommandGate(register, roles: roles, mode: .required)
        if arguments.flag("json") {
            try JSONOutput.write(["senders": gate.senderCount])
        } else {
            StandardStream.output.write("the register is valid: \(CountText.text(gate.senderCount, "sender"))\n")
        }
        return .ok
    }

    static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func say(_ entry: Entry, _ arguments: Arguments) throws {
        if arguments.flag("json") { try JSONOutput.write(entry) } else { StandardStream.output.write(entry.line) }
    }

    /// A sender as the register has it.
    struct Entry: Encodable {
        let sender: String
        let keyID: String
        let key: String
        let roles: [String]
        let people: [String]
        let file: String

        fileprivate init(_ name: String, _ key: SigningKey, _ arguments: Arguments, file: String) {
            self.init(
                sender: name, key: key.verifyingKey, roles: arguments.strings("role"), people: arguments.strings("person"), file: file)
        }

        init(sender: String, key: VerifyingKey, roles: [String], people: [String], file: String) {
            self.sender = sender
            keyID = key.id
            self.key = key.base64()
            self.roles = roles
            self.people = people
            self.file = file
        }

        /// One line of YAML, in the list `senders`.
        var line: String {
            func list(_ texts: [String]) -> String { "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
            return "  - {sender: \"\(sender)\", key: \"\(key)\", roles: \(list(roles)), people: \(list(people))}\n"
        }
    }
}
