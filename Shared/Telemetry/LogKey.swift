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
    /// Which of a service's processes.
    public static let instance = LogKey("instance")
    /// A version of a program, policy or schema.
    public static let version = LogKey("version")

    /// Who signed a command, by the register of senders.
    public static let sender = LogKey("sender")

    // What it is about.
    /// The complaint number.
    public static let complaint = LogKey("complaint")
    /// The work order's number.
    public static let workOrder = LogKey("workOrder")
    /// The alert's identity.
    public static let alert = LogKey("alert")
    /// The claim's number.
    public static let claim = LogKey("claim")
    /// The clock's name.
    public static let clock = LogKey("clock")
    /// The responsible unit.
    public static let unit = LogKey("unit")
    /// The policy pack or file.
    public static let policy = LogKey("policy")
    /// The CloudEvents `id`.
    public static let eventID = LogKey("eventID")
    /// The CloudEvents `type`.
    public static let eventType = LogKey("eventType")
    /// The CloudEvents `sequence`.
    public static let sequence = LogKey("sequence")
    /// The trace's id, from `traceparent`.
    public static let traceID = LogKey("traceID")

    // Where it is.
    /// The lane's partition number.
    public static let lane = LogKey("lane")
    /// The epoch a worker took a lane with.
    public static let epoch = LogKey("epoch")
    /// The Kafka topic.
    public static let topic = LogKey("topic")
    /// The partition in the topic.
    public static let partition = LogKey("partition")
    /// The offset in the partition.
    public static let offset = LogKey("offset")
    /// The message's key; never a line in clear.
    public static let key = LogKey("key")
    /// The consumer group.
    public static let group = LogKey("group")
    /// The Kafka broker.
    public static let broker = LogKey("broker")
    /// The database's name or host; never its password.
    public static let database = LogKey("database")
    /// A table of the database.
    public static let table = LogKey("table")
    /// A network address.
    public static let address = LogKey("address")
    /// A network port.
    public static let port = LogKey("port")
    /// A file's path.
    public static let file = LogKey("file")
    /// A path in a document or URL.
    public static let path = LogKey("path")

    // How it went.
    /// An error in words.
    public static let error = LogKey("error")
    /// Why something was decided.
    public static let reason = LogKey("reason")
    /// A state's name.
    public static let state = LogKey("state")
    /// Which try this is, from 1.
    public static let attempt = LogKey("attempt")
    /// How many.
    public static let count = LogKey("count")
    /// How large, in bytes.
    public static let size = LogKey("size")
    /// How long, in seconds.
    public static let seconds = LogKey("seconds")
    /// How many messages wait.
    public static let lag = LogKey("lag")
    /// A signal of the system's.
    public static let signal = LogKey("signal")
    /// The name of a setting.
    public static let setting = LogKey("setting")
    /// The value of a setting, `***` for a secret.
    public static let value = LogKey("value")
    /// Where a setting's value came from.
    public static let source = LogKey("source")
}
