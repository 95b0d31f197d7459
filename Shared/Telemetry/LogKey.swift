/// The name of one piece of metadata in the log; all names in use are listed here, so that a search finds them in every service.
///
/// No key is for personal data: a customer's name, contact, line or description is never logged.
public struct LogKey: Sendable, Hashable, Comparable {
    /// The name as it stands in the line.
    public let name: String

    /// Makes a key that is not in the list; prefer to add it there.
    public init(_ name: String) {
        self.name = name
    }

    /// Orders keys by their names.
    public static func < (left: LogKey, right: LogKey) -> Bool { left.name < right.name }
}

extension LogKey {
    // Who speaks.
    /// The service's name, as in `intake`.
    public static let service = LogKey("service")
    /// Who signed a command, by the register of senders.
    public static let sender = LogKey("sender")

    // What it is about.
    /// The CloudEvents `type`.
    public static let eventType = LogKey("eventType")
    /// The CloudEvents `sequence`.
    public static let sequence = LogKey("sequence")

    // Where it is.
    /// The lane's partition number.
    public static let lane = LogKey("lane")
    /// The Kafka topic.
    public static let topic = LogKey("topic")
    /// The partition in the topic.
    public static let partition = LogKey("partition")
    /// The offset in the partition.
    public static let offset = LogKey("offset")
    /// A network address.
    public static let address = LogKey("address")
    /// A network port.
    public static let port = LogKey("port")
    /// A file's path.
    public static let file = LogKey("file")

    // How it went.
    /// An error in words.
    public static let error = LogKey("error")
    /// Why something was decided.
    public static let reason = LogKey("reason")
    /// A state's name.
    public static let state = LogKey("state")
    /// How many.
    public static let count = LogKey("count")
    /// How long, in seconds.
    public static let seconds = LogKey("seconds")
    /// A signal of the system's.
    public static let signal = LogKey("signal")
    /// The value of a setting, `***` for a secret.
    public static let value = LogKey("value")
    /// Where a setting's value came from.
    public static let source = LogKey("source")
}
