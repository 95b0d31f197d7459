/// The bounds a worker keeps.
public struct WorkerSettings: Sendable {
    /// How many messages one transaction takes at most; from 1.
    public var batchSize = 500
    /// How many bytes of payload one transaction takes at most.
    public var batchBytes = 8 << 20
    /// How many batches' worth of messages, by number or by bytes, may wait in memory before reading pauses; from 1.
    public var backlogBatches = 2
    /// How many due timers one transaction takes at most.
    public var wakeLimit = 500
    /// How many journal rows may be unconfirmed over all lanes before no more messages are taken.
    public var unconfirmedLimit: Int64 = 50_000
    /// How long an idle lane keeps a moved watermark to itself, in milliseconds.
    public var watermarkFlushMilliseconds: Int64 = 200
    /// How often a worker looks whether its lanes are still its own, whatever comes for them, in milliseconds.
    public var fenceCheckMilliseconds: Int64 = 5_000
    /// How often an operator's requests on dead letters are looked for while something is parked, in milliseconds.
    public var requestEveryMilliseconds: Int64 = 1_000
    /// How often a worker whose service beats says that it is alive, in milliseconds of the machine's time.
    public var beatEveryMilliseconds: Int64 = 60_000
    /// How many states of a lane are decided again in a second, where what their timers depend on has changed; from 1.
    public var rewakesPerSecond: Int64 = 200
    /// How long the group may leave a worker without an answer, while brokers are there, before it joins as another member, in milliseconds.
    public var rejoinAfterMilliseconds: Int64 = 60_000
    /// The first and the longest pause between attempts while a server is away, in milliseconds.
    public var backoffMilliseconds: ClosedRange<Int64> = 100...5_000
    /// The first and the longest pause before a worker tries again that has stopped, or whose consumer has failed, in milliseconds.
    public var haltMilliseconds: ClosedRange<Int64> = 5_000...300_000
    public var consumerBackoffMilliseconds: ClosedRange<Int64> = 1_000...60_000
    /// How often in a minute the lanes may be taken from a worker before it counts as not ready.
    public var movesPerMinute = 10
    /// The longest message that is published, in bytes: above it the broker would refuse.
    public var messageBytes = 1_000_000
    public var floodGuard = FloodGuard.Limits()

    public init() {}
}
