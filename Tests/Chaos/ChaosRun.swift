import Contracts
import Counting
import Embedded
import Kafka
import OperatorService
import Seeded

/// All rounds, on one ground that is broken and mended again and again. Owned by the main thread.
final class ChaosRun {
    private let options: ChaosOptions
    private let ground: Ground
    private let gateway: Gateway
    private var chance: SplitMix64
    private var ledger = Ledger()
    private var report: ChaosReport

    /// How long complaints come in after something is mended, in milliseconds.
    private static let calmMilliseconds = 1_000
    /// How often it is looked whether enough came in for something to break, in milliseconds, and how often at most.
    private static let lookMilliseconds = 20
    private static let looks = 3_000
    /// How long it may take after the mending until everything is there, and after what time it is worth a look, in seconds.
    private static let patienceSeconds = 120.0
    private static let longSeconds = 45.0

    /// Starts everything.
    init(_ options: ChaosOptions) throws {
        self.options = options
        chance = SplitMix64(seed: options.seed)
        say("starting three brokers, a database and the services")
        ground = try Ground(options)
        gateway = Gateway(
            ground.settings(clientID: "redress-chaos-gateway"), partitions: ground.deployment.plan.partitions, ground.clock,
            seed: options.seed)
        report = ChaosReport(
            seed: options.seed,
            omissions: ground.disk == nil ? ["disk-full is left out: only root can give the database a disk of its own"] : [])
        for omission in report.omissions { say(omission) }
    }

    /// Runs the rounds; ends with the first that does not settle, since all that follow would find what it left.
    ///
    /// What keeps a round from being played, such as a server that does not come back, ends them, too, and is in the report.
    func run() -> ChaosReport {
        let began = ContinuousClock.now
        do {
            try playAll()
        } catch {
            report.failure = "\(error)"
        }
        report.repetitions = ledger.sequences.repetitions
        report.seconds = (.now - began) / .seconds(1)
        ground.deployment.stop()
        return report
    }

    private func playAll() throws {
        let desk = Outsiders.work(ground.settings(clientID: "redress-chaos-desk"))
        let kinds = FaultKind.allCases.filter { kind in
            options.fault.map { $0 == kind.rawValue } ?? (kind != .releaseRolled && (kind != .diskFull || ground.disk != nil))
        }
        for (index, kind) in FaultKind.sequence(of: options.rounds, from: kinds, &chance).enumerated() {
            let round = try play(index + 1, kind)
            report.note(round)
            say(round.text)
            try desk.check()
            guard round.settledSeconds != nil else { break }
        }
        try desk.stop()
        say("reading everything once more from the beginning")
        report.reading = try readAgain()
    }

    private func play(_ number: Int, _ kind: FaultKind) throws -> Round {
        let before = gateway.accepted
        let publishing = gateway.publish(perSecond: options.rate)
        try awaitLoad(from: before)
        let deed = try kind.fault.strike(ground, &chance)
        let mended = ContinuousClock.now
        let owed = gateway.accepted
        ground.pause(milliseconds: Self.calmMilliseconds)
        try publishing.stop()
        let times = try settle(number, since: mended, owed: owed)
        try ground.deployment.checkServices()
        return Round(
            number: number, kind: kind, deed: deed, accepted: gateway.accepted, recoverySeconds: times.recovery,
            settledSeconds: times.settled, tally: Tally(ledger, accepted: gateway.accepted))
    }

    /// A second's complaints are on their way before something breaks, or it would break nothing.
    private func awaitLoad(from before: Int) throws {
        for _ in 0..<Self.looks where gateway.accepted < before + options.rate { ground.pause(milliseconds: Self.lookMilliseconds) }
        guard gateway.accepted >= before + options.rate else { throw Unavailable(description: "the brokers take no complaints") }
    }

    /// How many partitions each topic has that the ledger reads.
    private var partitions: [String: Int] {
        let specifications = Topic.all.map {
            ($0.name, $0.hasOwnPartitionCount ? $0.defaultPartitionCount : ground.deployment.plan.partitions)
        }
        return Dictionary(uniqueKeysWithValues: specifications)
    }

    /// Reads until everything is there, or time is up.
    private func settle(
        _ number: Int, since mended: ContinuousClock.Instant, owed: Int
    ) throws -> (recovery: Double?, settled: Double?) {
        let reader = try ledger.reader(ground.settings(clientID: "redress-chaos-ledger"))
        var recovery: Double?
        var isLong = false
        while (.now - mended) / .seconds(1) < Self.patienceSeconds {
            ledger.take(try reader.next(timeoutMilliseconds: 100), partitions: partitions)
            let seconds = (.now - mended) / .seconds(1)
            if recovery == nil, ledger.hasAcknowledged(owed) { recovery = seconds }
            if ledger.isComplete(gateway.accepted) { return (recovery, seconds) }
            if !isLong, seconds > Self.longSeconds {
                isLong = true
                try look(number, "long")
            }
        }
        try look(number, "over")
        return (recovery, nil)
    }

    private func look(_ number: Int, _ moment: String) throws {
        let picture = Picture.text(of: ground)
        say("round \(number) has not settled yet\n\(picture)")
        if let logs = options.logs { try Picture.write(picture, of: ground, named: "round-\(number)-\(moment)", to: logs) }
    }

    /// A reading that knows nothing of those after the rounds.
    private func readAgain() throws -> Tally {
        var again = Ledger()
        let reader = try again.reader(ground.settings(clientID: "redress-chaos-last-reading"))
        again.take(try reader.readToEnd(timeoutMilliseconds: 300_000), partitions: partitions)
        return Tally(again, accepted: gateway.accepted)
    }
}
