import CommandLine
import Crypto
import Foundation
import Runtime

/// `redress keys usage` and `reseal`: which keys are still needed, and getting rid of the need.
enum SealedTextsCommand {
    static let commands = [usage, reseal]

    private static let usage = OperatorCommand(
        Command(
            "usage", summary: "Count how many texts in the services' tables each key has sealed.",
            discussion: """
                A key can be removed from the keyring once no table, and no topic that Kafka still keeps, has anything sealed by it. Once it is \
                destroyed, whatever it sealed can never be read again, in backups either. A customer's own key is counted under the key that \
                wraps it; what it seals is not counted.
                """,
            examples: ["redress keys usage", "redress keys usage --json | jq .intake"],
            options: [JSONOutput.option] + OperatorDatabase.options)
    ) { arguments in
        var counts: [String: [String: Int64]] = [:]
        for store in try stores(arguments) { counts[store.service] = try store.usage() }
        if arguments.flag("json") {
            try JSONOutput.write(counts)
        } else {
            var table = TextTable(["service", "key", "texts"])
            for (service, keys) in counts.sorted(by: { $0.key < $1.key }) {
                for (key, count) in keys.sorted(by: { $0.key < $1.key }) { table.add([service, key, String(count)]) }
            }
            StandardStream.output.write(table.shown())
        }
        return .ok
    }

    private static let reseal = OperatorCommand(
        Command(
            "reseal", summary: "Seal again, by the current key, what older keys have sealed in the services' tables.",
            discussion: """
                The services may keep running, and need the old keys until this is done. It may be interrupted and started again at any time. \
                Customers' keys are wrapped again and published again; what they sealed stays as it is, and so do topics and backups. It needs \
                database roles that may change the services' tables, such as the services' own.

                Exit codes: 0 done, 69 a database does not answer (start it again), 78 a keyring or schema that cannot be used.
                """,
            examples: [
                "redress keys reseal --sealing-key-file /run/secrets/sealing-key --database-url-file /run/secrets/admin-database-url"
            ],
            options: [ServiceCommand.keys[0], JSONOutput.option] + OperatorDatabase.options)
    ) { arguments in
        let keyring = try Keyring(text: try arguments.requiredString("sealing-key"))
        let sealer = try Sealer(keyring)
        var counts: [String: Int] = [:]
        for store in try stores(arguments) { counts[store.service] = try store.reseal(sealer, to: keyring.current) }
        if arguments.flag("json") {
            try JSONOutput.write(counts)
        } else {
            for (service, count) in counts.sorted(by: { $0.key < $1.key }) {
                StandardStream.output.write(
                    "\(service): sealed by \(keyring.current) again: \(count) of documents, journal rows and dead letters\n")
            }
        }
        return .ok
    }

    private static func stores(_ arguments: Arguments) throws -> [SealedStore] {
        try OperatorDatabase.services.map { SealedStore($0.name, try OperatorDatabase.connect($0, arguments)) }
    }
}
