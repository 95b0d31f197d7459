public import Contracts

/// The topics a service reads by one key, and so the lanes it has: all of them must have the same number of partitions.
public struct LaneGroup: Hashable, Sendable {
    /// Names the group's state table, `<name>_state`.
    public let name: String
    public let topics: [InputTopic]
    /// Another group of the same service whose rows this one may read, joined by their reference; it never writes them.
    public let companion: String?
    /// What the timers of its states depend on beside the states themselves, such as calendars, in words that change with it. A lane that was
    /// last held under another revision has all its timers set again, a few at a time. `nil` where they depend on nothing else.
    public let revision: String?
    /// Whether a worker that holds lanes of it says regularly that it is alive.
    public let beats: Bool

    public init(name: String, topics: [InputTopic], companion: String? = nil, revision: String? = nil, beats: Bool = false) {
        self.name = name
        self.topics = topics
        self.companion = companion
        self.revision = revision
        self.beats = beats
    }

    public func lane(_ number: Int32) -> LaneID { LaneID(group: name, number: number) }
}

/// One topic a lane group reads.
public struct InputTopic: Hashable, Sendable {
    /// Who writes the topic decides what the reader must check.
    public enum Origin: Hashable, Sendable {
        /// One service of ours, in sequence: what is not newer is dropped, a gap is a fault.
        case facts
        /// Anybody, partitioned anyhow: the partition is ours to judge, and an exact duplicate is known by its source and id.
        case outsiders
    }

    public let name: String
    public let origin: Origin

    public init(_ name: String, _ origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// A topic of ours, read as the one who writes it asks for.
    public init(_ topic: Topic) {
        self.init(topic.name, topic.isWrittenByOutsiders ? .outsiders : .facts)
    }
}
