/// One fault, and how it was got over.
struct Round {
    let number: Int
    let kind: FaultKind
    /// What was done.
    let deed: String
    /// Complaints accepted until the end of the round, over all rounds.
    let accepted: Int
    let settling: Settling
    let tally: Tally

    /// How what was broken came right again.
    struct Settling: Sendable {
        /// From the mending until every complaint accepted by then was registered, dispatched and acknowledged, in seconds; `nil` for never.
        var recovered: Double?
        /// Until everything that all complaints lead to was there, their clocks' breaches included; `nil` for never.
        var settled: Double?
        /// What the probe found of the servers meanwhile.
        var servers = ProbeLog.Finding()
        /// Whether it was for the servers' stalls alone that it did not settle.
        var isServersStall = false
    }

    /// Whether nothing is lost, doubled or in another order, and all is there as soon as the servers allowed.
    var isGood: Bool { settling.settled != nil && tally.isClean }

    var text: String {
        let times = [("recovered", settling.recovered), ("settled", settling.settled)].map { name, seconds in
            seconds.map { "\(name) in \(Self.tenths($0)) s" } ?? "not \(name)"
        }
        return "round \(number), \(kind.rawValue): \(deed); \(times.joined(separator: ", ")); \(servers); \(accepted) complaints"
            + (settling.isServersStall ? "; the servers did not let it settle, so it says nothing of the services" : "")
            + (tally.isClean ? "" : "\n\(tally.text)")
    }

    private var servers: String {
        let found = settling.servers
        let stalls =
            found.stalled > 0 ? "the servers stalled for \(Self.tenths(found.stalled)) s of it" : "the servers answered all the time"
        return "\(stalls) (\(found.asked) probes, \(found.failed) failed; longest \(Self.tenths(found.longestKafka)) s of Kafka, "
            + "\(Self.tenths(found.longestPostgres)) s of PostgreSQL)"
    }

    static func tenths(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10)" }
}
