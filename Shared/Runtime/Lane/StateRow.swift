public import Domain
public import Foundation

/// One aggregate as it is stored: its document, and when it wants to be woken.
public struct StateRow: Equatable, Sendable {
    public let key: String
    public let lane: LaneID
    /// The state with its cursors, as JSON.
    public let body: Data
    /// The timer: the row is woken once this time has come.
    public let due: Instant?
    /// A key of another lane group by which that group may find this row.
    public let reference: String?

    public init(key: String, lane: LaneID, body: Data, due: Instant?, reference: String?) {
        self.key = key
        self.lane = lane
        self.body = body
        self.due = due
        self.reference = reference
    }
}

/// What an aggregate's document holds beside its state: how far each topic was taken, and how far each key was told.
public struct StoredState<State: DocumentValue>: Sendable {
    var state: State?
    /// The highest sequence taken, by topic of facts.
    var received: [String: Int64]
    /// The last sequence given out, by key of the events.
    var sent: [String: Int64]
    /// The key by which this document's personal data is sealed, wrapped; `nil` until something is.
    var key: SealedText?
    /// When its timer was set, where that was after it was due already, as for what is told late; `nil` else. Only from then on could it fire.
    var armed: Instant?
    /// The flow that the state's events belong to, as the first fact named it that was taken; `nil` until one has.
    var correlation: String?
}

extension StoredState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        state = try fields.optional("state")
        received = try fields.required("received")
        sent = try fields.required("sent")
        key = try fields.optional("key")
        armed = try fields.optional("armed")
        correlation = try fields.optional("correlation")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("state", state)
        writer.write("received", received)
        writer.write("sent", sent)
        writer.write("key", key)
        writer.write("armed", armed)
        writer.write("correlation", correlation)
    }
}

extension StoredState {
    /// Nothing is known and nothing was told. A key alone is something: texts elsewhere are sealed by it.
    var isEmpty: Bool { state == nil && received.isEmpty && sent.isEmpty && key == nil }
}

/// Another group's document, read for its state alone.
public struct StoredCompanion<State: DocumentReadable>: ReadableDocument {
    public let state: State?

    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) { state = try fields.optional("state") }
}
