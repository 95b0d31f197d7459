public import CommandLine
public import Crypto
import Domain
public import Foundation
public import Kafka
public import Telemetry

/// A service's settings, read and checked.
public struct ServiceSettings: Sendable {
    public var kafka: KafkaSettings
    public var databaseURL: String
    /// Holds the database's password alone, and is read at each connection.
    public var databasePasswordFile: String?
    public var policies: URL
    public var keyring: Keyring
    public var lineKey: SealingKey
    /// Whether what customers say is sealed by keys of their own, where their documents have none yet.
    public var givesCustomersKeys: Bool
    /// The register of senders; `nil` where commands are not checked.
    public var commandKeys: URL?
    public var commandSignatures: CommandGate.Mode
    /// The register of gateways; `nil` where none has a key of its own.
    public var gatewayKeys: URL?
    public var clock: any RuntimeClock
    public var workers: Int
    public var worker = WorkerSettings()
    public var stallAfterMilliseconds: Int64
    public var httpAddress: String
    public var httpPort: UInt16
    public var logger: Logger

    /// - Throws: `SettingFault` naming the setting, what is wrong and what is expected.
    public init(_ arguments: Arguments, service: String) throws(SettingFault) {
        kafka = try Self.kafka(arguments, clientID: "redress-\(service)")
        databaseURL = arguments.string("database-url") ?? ""
        databasePasswordFile = arguments.string("database-password-file")
        policies = URL(fileURLWithPath: arguments.string("policies") ?? "")
        (keyring, lineKey) = try Self.keys(arguments)
        givesCustomersKeys = arguments.string("customer-keys") != "off"
        commandKeys = arguments.string("command-keys").map { URL(fileURLWithPath: $0) }
        commandSignatures = CommandGate.Mode(rawValue: arguments.string("command-signatures") ?? "") ?? .required
        gatewayKeys = arguments.string("gateway-keys").map { URL(fileURLWithPath: $0) }
        clock = try Self.clock(arguments)
        workers = arguments.int("workers") ?? 1
        worker.batchSize = arguments.int("batch-size") ?? worker.batchSize
        worker.wakeLimit = worker.batchSize
        worker.beatEveryMilliseconds = max(1_000, arguments.duration("heartbeat-every")?.wholeMilliseconds ?? worker.beatEveryMilliseconds)
        worker.floodGuard.isOn = arguments.string("flood-guard") != "off"
        stallAfterMilliseconds = arguments.duration("stall-after")?.wholeMilliseconds ?? 60_000
        httpAddress = arguments.string("http-address") ?? "127.0.0.1"
        httpPort = UInt16(clamping: arguments.int("http-port") ?? 8080)
        logger = Self.logger(arguments).with([.service: .string(service)])
    }

    public static func kafka(_ arguments: Arguments, clientID: String) throws(SettingFault) -> KafkaSettings {
        var extra: [String: String] = [:]
        for property in arguments.strings("kafka-property") {
            let parts = property.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw SettingFault(setting: "kafka-property", problem: "has no \"=\"", expected: "NAME=VALUE")
            }
            extra[parts[0]] = parts[1]
        }
        return KafkaSettings(
            bootstrapServers: arguments.string("kafka-bootstrap-servers") ?? "", clientID: clientID,
            security: try KafkaSecurity(arguments), extra: extra)
    }

    public static func keys(_ arguments: Arguments) throws(SettingFault) -> (Keyring, SealingKey) {
        guard let keyringText = arguments.string("sealing-key") else {
            throw SettingFault(setting: "sealing-key", problem: "is not given", expected: "a keyring; make one with: redress keys generate")
        }
        guard let lineText = arguments.string("line-key") else {
            throw SettingFault(
                setting: "line-key", problem: "is not given", expected: "32 bytes in base64; make one with: redress keys generate")
        }
        var setting = "sealing-key"
        do {
            let keyring = try Keyring(text: keyringText)
            setting = "line-key"
            return (keyring, try SealingKey(text: lineText))
        } catch {
            throw SettingFault(setting: setting, problem: "\(error)", expected: "keys of 32 bytes in base64")
        }
    }

    public static func clock(_ arguments: Arguments) throws(SettingFault) -> any RuntimeClock {
        guard let text = arguments.string("clock") else { return SystemClock() }
        guard let clock = AcceleratedClock(text) else {
            throw SettingFault(
                setting: "clock", problem: "cannot be read",
                expected: "START@SPEED@ORIGIN, such as 2026-04-01T00:00:00Z@20000@2026-11-24T06:00:00Z")
        }
        return clock
    }

    public static func logger(_ arguments: Arguments) -> Logger {
        Logger(
            level: LogLevel(rawValue: arguments.string("log-level") ?? "") ?? .info,
            format: LogFormat(rawValue: arguments.string("log-format") ?? "") ?? .json)
    }
}

/// A setting that cannot be used.
public struct SettingFault: Error, CustomStringConvertible, Equatable {
    public let setting: String
    public let problem: String
    public let expected: String

    public init(setting: String, problem: String, expected: String) {
        self.setting = setting
        self.problem = problem
        self.expected = expected
    }

    public var description: String { "--\(setting) \(problem); expected \(expected)" }
}
