import CommandLine
import Crypto
import Domain
import Foundation
import Policies
import Runtime

/// `redress keys gateway` and `check-gateways`: the keys by which gateways open what is for them, and the register that says whose they are.
enum GatewayKeysCommand {
    static let commands = [make, check]

    private static let make = OperatorCommand(
        Command(
            "gateway", summary: "Make a key for a gateway that carries messages to customers.",
            discussion: """
                Writes the private key into the new file NAME.pem, which only its owner reads (X25519, PKCS #8), and prints the gateway's entry \
                for the register that notification reads (--gateway-keys). The private key stays with the gateway and opens only the texts of \
                the messages that this gateway carries; Ops/contracts/open.py shows how.
                """,
            examples: [
                "(echo 'gateways:' && redress keys gateway sms-gateway --medium sms) > gateways.yaml",
                "redress keys gateway mail-room --medium letter --folder /run/secrets >> gateways.yaml",
            ],
            options: [
                Option(
                    "medium", value: .string(placeholder: "MEDIUM"), repeated: true, required: true,
                    help: "A medium it carries, as notification.yaml names it: sms, app, email …; give it once for each."),
                Option("folder", value: .path, default: ".", help: "The folder to write the private key to."), JSONOutput.option,
            ],
            operands: [Operand("NAME", help: "The gateway's name.")])
    ) { arguments in
        let name = arguments.operand("NAME") ?? ""
        guard SenderKeysCommand.isName(name) else {
            throw UsageError(
                command: "redress keys gateway", subject: "NAME", given: name, expected: "1 to 64 small letters, digits and hyphens")
        }
        let key = try GatewayKey.generate()
        let file = URL(filePath: arguments.string("folder") ?? ".").appending(path: "\(name).pem")
        try key.write(to: file)
        StandardStream.errors.write("the private key is in \(file.path)\n")
        let entry = Entry(
            gateway: name, keyID: key.recipient.id, key: key.recipient.base64(), media: arguments.strings("medium"), file: file.path)
        if arguments.flag("json") { try JSONOutput.write(entry) } else { StandardStream.output.write(entry.line) }
        return .ok
    }

    private static let check = OperatorCommand(
        Command(
            "check-gateways", summary: "Check a register of gateways as notification does.",
            discussion: "Exit codes: 0 the register is valid; 78 it is not: every fault is listed with its line.",
            examples: ["redress keys check-gateways gateways.yaml --policies Ops/policies/china"],
            options: [ServiceCommand.policies, JSONOutput.option],
            operands: [Operand("FILE", help: "The register.")])
    ) { arguments in
        let pack = try PolicyPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let register = try GatewayRegister.load(
            file: URL(filePath: arguments.operand("FILE") ?? ""), media: pack.notification.knownMedia)
        _ = try GatewayKeys(register)
        if arguments.flag("json") {
            try JSONOutput.write(["gateways": register.gateways.count])
        } else {
            StandardStream.output.write("the register is valid: \(CountText.text(register.gateways.count, "gateway"))\n")
        }
        return .ok
    }

    /// A gateway as the register has it.
    private struct Entry: Encodable {
        let gateway: String
        let keyID: String
        let key: String
        let media: [String]
        let file: String

        /// One line of YAML, in the list `gateways`.
        var line: String {
            let list = media.map { "\"\($0)\"" }.joined(separator: ", ")
            return "  - {gateway: \"\(gateway)\", key: \"\(key)\", media: [\(list)]}\n"
        }
    }
}
