public import CommandLine
import Kafka

/// The settings every service takes, from flags, environment and file.
public enum ServiceCommand {
    public static let kafka: [Option] = [
        Option(
            "kafka-bootstrap-servers", value: .string(placeholder: "HOST:PORT,…"), environment: "KAFKA_BOOTSTRAP_SERVERS",
            default: "127.0.0.1:9092", help: "The Kafka brokers to contact first."),
        Option(
            "kafka-security-protocol", value: .choice(KafkaSecurity.Transport.allCases.map(\.rawValue)),
            environment: "KAFKA_SECURITY_PROTOCOL", default: "plaintext",
            help: "How brokers and client authenticate each other; use sasl_ssl in production."),
        Option(
            "kafka-ca-file", value: .path, environment: "KAFKA_CA_FILE",
            help: "The CA certificates for the brokers, in PEM; by default the system's."),
        Option(
            "kafka-certificate-file", value: .path, environment: "KAFKA_CERTIFICATE_FILE",
            help: "The client's certificate, in PEM, with any intermediate certificates, for brokers that ask for one."),
        Option(
            "kafka-certificate-key-file", value: .path, environment: "KAFKA_CERTIFICATE_KEY_FILE", help: "Its private key, in PEM."),
        Option(
            "kafka-sasl-mechanism", value: .choice(KafkaSecurity.Mechanism.allCases.map(\.rawValue)), environment: "KAFKA_SASL_MECHANISM",
            default: KafkaSecurity.Mechanism.scramSHA512.rawValue, help: "How the client proves the password."),
        Option(
            "kafka-user", value: .string(placeholder: "NAME"), environment: "KAFKA_USER",
            help: "The Kafka user name, such as redress-intake."),
        Option(
            "kafka-password-file", value: .path, environment: "KAFKA_PASSWORD_FILE",
            help: "The file with the password; it is read again for each connection."),
        Option(
            "kafka-property", value: .string(placeholder: "NAME=VALUE"), repeated: true, environment: "REDRESS_KAFKA_PROPERTY",
            help: "A librdkafka property, such as linger.ms=5; it overrides the settings above."),
    ]

    public static let database = Option(
        "database-url", value: .string(placeholder: "URL"), environment: "DATABASE_URL",
        default: "postgresql://127.0.0.1/redress", secret: true,
        help:
            "The PostgreSQL database, with the service's own role. sslmode=verify-full and sslrootcert verify the server, sslcert and sslkey are the client's."
    )

    public static let databasePasswordFile = Option(
        "database-password-file", value: .path, environment: "DATABASE_PASSWORD_FILE",
        help: "The file with the database password, instead of one in the URL; it is read again for each connection.")

    public static let keys: [Option] = [
        Option(
            "sealing-key", value: .string(placeholder: "KEYS"), environment: "REDRESS_SEALING_KEY", secret: true,
            help: "The keyring that personal data is sealed with: ID and BASE64, one key per line; the first is the current one."),
        Option(
            "line-key", value: .string(placeholder: "KEY"), environment: "REDRESS_LINE_KEY", secret: true,
            help: "The key that service numbers are hashed with, 32 bytes in base64; it must never change."),
    ]

    /// Who may command; the services that read no commands take it as well, so that all can be given the same settings.
    public static let commands: [Option] = [
        Option(
            "command-keys", value: .path, environment: "REDRESS_COMMAND_KEYS",
            help:
                "The register of senders, whose keys commands are checked with; without one, anybody who may write to the topic may give commands."
        ),
        Option(
            "command-signatures", value: .choice(CommandGate.Mode.allCases.map(\.rawValue)), environment: "REDRESS_COMMAND_SIGNATURES",
            default: CommandGate.Mode.required.rawValue,
            help: "With a register: refuse commands without a signature, or let them in and count them while senders learn to sign."),
    ]

    /// Who opens what notification sends; all services take it, so that all can be given the same settings.
    static let gateways = Option(
        "gateway-keys", value: .path, environment: "REDRESS_GATEWAY_KEYS",
        help: "The register of gateways, whose keys notification seals a message's texts with; without one, a gateway needs the keyring.")

    public static let policies = Option(
        "policies", value: .path, environment: "REDRESS_POLICIES",
        help: "The folder of the policy pack; \(InstalledFiles.help(.policies))")

    public static let clock = Option(
        "clock", value: .string(placeholder: "START@SPEED@ORIGIN"), environment: "REDRESS_CLOCK",
        help: "A clock that runs fast, for demonstrations; by default the machine's clock.")

    public static let logging: [Option] = [
        Option(
            "log-format", value: .choice(["json", "text"]), environment: "REDRESS_LOG_FORMAT", default: "json",
            help: "How logs are written."),
        Option(
            "log-level", value: .choice(["trace", "debug", "info", "warning", "error"]), environment: "REDRESS_LOG_LEVEL", default: "info",
            help: "The lowest level that is logged."),
    ]

    /// Whether customers get keys of their own; not among the operator's keys, as only services seal what customers say.
    static let customerKeys = Option(
        "customer-keys", value: .choice(["on", "off"]), environment: "REDRESS_CUSTOMER_KEYS", default: "on",
        help:
            "Seal what a customer says with a key of their own, which erasure destroys. Keep it off as long as you may go back to a release without such keys."
    )

    static let worker: [Option] = [
        Option(
            "workers", value: .int(1...64), environment: "REDRESS_WORKERS", default: "1",
            help: "Workers in this process, each with its own consumer and database connection."),
        Option(
            "batch-size", value: .int(1...100_000), environment: "REDRESS_BATCH_SIZE",
            default: String(WorkerSettings().batchSize),
            help: "The most messages in one transaction."),
        Option(
            "flood-guard", value: .choice(["on", "off"]), environment: "REDRESS_FLOOD_GUARD", default: "on",
            help: """
                Quarantine a sender when 100 of its messages in a row, and half of its last thousand, could not be taken: what it sends is put \
                aside for ten minutes, and the others go on. Take no messages for a while when 100 in a row of more than one sender, and half \
                of the last thousand, could not be decided. Off: every message that cannot be taken goes to the dead letters.
                """),
        Option(
            "stall-after", value: .duration, environment: "REDRESS_STALL_AFTER", default: "60s",
            help: "How long a lane may have lag without progress before /livez fails."),
        Option(
            "heartbeat-every", value: .duration, environment: "REDRESS_HEARTBEAT_EVERY", default: "60s",
            help: "How often sla-monitor sends a heartbeat on redress.alerts."),
        Option(
            "http-address", value: .string(placeholder: "ADDRESS"), environment: "HTTP_ADDRESS", default: "127.0.0.1",
            help: "The address that serves health and metrics."),
        Option(
            "http-port", value: .int(0...65_535), environment: "HTTP_PORT", default: "8080",
            help: "The port that serves health and metrics; 0 takes any free one."),
    ]

    /// The command line of one service.
    public static func command(for service: ServiceDefinition) -> Command {
        Command(
            "redress-\(service.name)", summary: service.summary,
            discussion: """
                Serves /livez, /readyz and /metrics. Starts without its servers being up and waits for them. \
                SIGTERM or SIGINT ends it: the batch is finished and the group is left.
                """,
            examples: [
                "redress-\(service.name) --kafka-bootstrap-servers kafka:9092 --database-url-file /run/secrets/database",
                "HTTP_PORT=9101 REDRESS_WORKERS=2 redress-\(service.name) --config redress.yaml",
            ],
            options: kafka + [database, databasePasswordFile] + keys + [customerKeys] + commands + [gateways, policies, clock] + worker
                + logging)
    }
}
