import CommandLine
import Crypto

/// `redress keys`: the secrets a deployment needs.
enum KeysCommand {
    static let command = OperatorCommand(
        "keys", summary: "The keys personal data is protected with, those commands are signed with, and those of gateways.",
        subcommands: [generate] + SealedTextsCommand.commands + SenderKeysCommand.commands + GatewayKeysCommand.commands)

    private static let generate = OperatorCommand(
        Command(
            "generate", summary: "Print a new key.",
            discussion:
                "`sealing` prints a keyring of one key; add older keys below it to keep old texts readable. `line` prints the key of the line tokens.",
            examples: ["redress keys generate sealing > /run/secrets/sealing-key", "redress keys generate line > /run/secrets/line-key"],
            operands: [Operand("PURPOSE", help: "What the key is for.", choices: ["sealing", "line"])])
    ) { arguments in
        let key = try SealingKey.generate().base64()
        print(arguments.operand("PURPOSE") == "sealing" ? "k1 \(key)" : key)
        return .ok
    }
}
