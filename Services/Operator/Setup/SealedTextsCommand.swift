import CommandLine
import Crypto
import Foundation
import Runtime

/// `redress keys usage` and `reseal`: which keys are still needed, and getting rid of the need.
enum SealedTextsCommand {
    static let commands = [usage, reseal]

    private static let usage = OperatorCommand(
        Command(
            "usage", summary: "Count by key what is sealed in the services' tables.",
            discussion: """
                A key that has sealed nothing any more in any table, and nothing in a topic that Kafka still keeps, can leave the keyring; \
                once destroyed, whatever it sealed is unreadable for good, in backups too. Customers' own keys are counted under the key that wraps \
                them; what they seal is not.
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
            "reseal", summary: "Seal by the current key what older keys have sealed in the services' tables.",
            discussion: """
                Services may be at work meanwhile, and need the old keys until this is done. It may be broken off and started again at any \
                time. Customers' keys are wrapped again and sent again; what they sealed stays as it is, and so do topics and backups. Needs roles that may change the services' tables, such as their own.

                Exit codes: 0 done, 69 a database is away (start it again), 78 a keyring or schema that cannot be used.
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
                StandardStream.output.write("\(service): \(count) documents, journal rows and dead letters sealed by \(keyring.current)\n")
            }
        }
        return .ok
    }

    private static func stores(_ arguments: Arguments) throws -> [SealedStore] {
        try OperatorDatabase.services.map { SealedStore($0.name, try OperatorDatabase.connect($0, arguments)) }
    }
}
