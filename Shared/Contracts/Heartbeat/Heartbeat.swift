public import Domain
public import Foundation

/// A service's worker is alive: it has just written to its lanes. Silence on the topic is itself an alarm.
public struct Heartbeat: Hashable, Sendable {
    /// The CloudEvents type on `redress.alerts`.
    public static let wireType = "redress.alert.heartbeat.v1"
    /// The key of all heartbeats, so that they lie in one partition.
    public static let key = "heartbeat"

    /// The service, such as `sla-monitor`.
    public let service: String
    /// The lanes this worker holds, by number; all workers together hold all of them.
    public let lanes: [Int32]
    /// After how long the next one comes, in seconds of the machine's time; three missed ones are silence.
    public let everySeconds: Int
    /// How late the worker's timers are, in seconds; 0 where none is due.
    public let overdueSeconds: Int
    public let at: Instant

    public init(service: String, lanes: [Int32], everySeconds: Int, overdueSeconds: Int, at: Instant) {
        self.service = service
        self.lanes = lanes
        self.everySeconds = everySeconds
        self.overdueSeconds = overdueSeconds
        self.at = at
    }

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }

    /// Reads the event's data; `nil` for another type.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> Heartbeat? {
        type == wireType ? try coder.decode(Heartbeat.self, from: data) : nil
    }
}

extension Heartbeat: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        service = try fields.required("service")
        lanes = try fields.required("lanes")
        everySeconds = try fields.required("everySeconds")
        overdueSeconds = try fields.required("overdueSeconds")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("service", service)
        writer.write("lanes", lanes)
        writer.write("everySeconds", everySeconds)
        writer.write("overdueSeconds", overdueSeconds)
        writer.write("at", at)
    }
}
