internal import CRDKafka

/// The librdkafka that this process runs with, which need not be the one it was built with.
public enum KafkaLibrary {
    /// Such as `2.0.2`.
    public static var version: String { unsafe String(cString: rd_kafka_version_str()) }

    /// Whether Apache Kafka 4 and later accept its SCRAM.
    ///
    /// Before 2.6.1 it repeated its own nonce in the last message, and brokers since 4.0 hold it to RFC 5802 and refuse the right password, too.
    public static var provesScram: Bool { rd_kafka_version() >= 0x0206_01_00 }
}
