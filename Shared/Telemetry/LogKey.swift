/// The name of one piece of metadata in the log; all names in use are listed here, so that a search finds them in every service.
///
/// No key is for personal data: a customer's name, contact, line or description is never logged.
public struct LogKey: Sendable, Hashable, Comparable {
    public let name: String

    public init(_ name: String) {
        self.name = name
    }

    public static func < (left: LogKey, right: LogKey) -> Bool { left.name < right.name }
}

extension LogKey {
    // Who speaks.
    public static let service = LogKey("service")
    public static let instance = LogKey("instance")
    public static let version = LogKey("version")

    // What it is about.
    public static let complaint = LogKey("complaint")
    public static let workOrder = LogKey("workOrder")
    public static let alert = LogKey("alert")
    public static let claim = LogKey("claim")
    public static let clock = LogKey("clock")
    public static let unit = LogKey("unit")
    public static let policy = LogKey("policy")
    public static let eventID = LogKey("eventID")
    public static let eventType = LogKey("eventType")
    public static let sequence = LogKey("sequence")
    public static let traceID = LogKey("traceID")

    // Where it is.
    public static let lane = LogKey("lane")
    public static let epoch = LogKey("epoch")
    public static let topic = LogKey("topic")
    public static let partition = LogKey("partition")
    public static let offset = LogKey("offset")
    public static let key = LogKey("key")
    public static let group = LogKey("group")
    public static let broker = LogKey("broker")
    public static let database = LogKey("database")
    public static let table = LogKey("table")
    public static let address = LogKey("address")
    public static let port = LogKey("port")
    public static let file = LogKey("file")
    public static let path = LogKey("path")

    // How it went.
    public static let error = LogKey("error")
    public static let reason = LogKey("reason")
    public static let state = LogKey("state")
    public static let attempt = LogKey("attempt")
    public static let count = LogKey("count")
    public static let size = LogKey("size")
    public static let seconds = LogKey("seconds")
    public static let lag = LogKey("lag")
    public static let signal = LogKey("signal")
    public static let setting = LogKey("setting")
    public static let value = LogKey("value")
    public static let source = LogKey("source")
}
