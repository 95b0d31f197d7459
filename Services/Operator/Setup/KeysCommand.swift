import CommandLine
import Crypto

/// `redress keys`: the secrets a deployment needs.
enum KeysCommand {
    static let command = OperatorCommand(
        "keys", summary: "Manage keys: for sealing personal data, for signing commands, and for gateways.",
        subcommands: [generate] + SealedTextsCommand.commands + SenderKeysCommand.commands + GatewayKeysCommand.commands)

    private static let generate = OperatorCommand(
        Command(
            "generate", summary: "Generate a key and print it.",
            discussion:
                "`sealing` prints a keyring with one key; add older keys below it so that older texts can still be opened. `line` prints the key for line tokens.",
            examples: ["redress keys generate sealing > /run/secrets/sealing-key", "redress keys generate line > /run/secrets/line-key"],
            operands: [Operand("PURPOSE", help: "What the key is for.", choices: ["sealing", "line"])])
    ) { arguments in
        let key = try SealingKey.generate().base64()
        print(arguments.operand("PURPOSE") == "sealing" ? "k1 \(key)" : key)
        return .ok
    }
}
