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
    private let probe: Probe
    private let cycle: [Course]
    private let commands = CommandTally()
    private var chance: SplitMix64
    private var ledger: Ledger
    private var report: ChaosReport

    /// How long complaints come in after something is mended, in milliseconds.
    private static let calmMilliseconds = 1_000
    /// How often it is looked whether enough came in for something to break, in milliseconds, and how often at most.
    private static let lookMilliseconds = 20
    private static let looks = 6_000
    /// For how many seconds on end the servers have to answer quickly before the first round, and how long that may take.
    private static let steadySeconds = 10
    private static let warmSeconds = 600.0

    /// Starts everything.
    init(_ options: ChaosOptions) throws {
        self.options = options
        chance = SplitMix64(seed: options.seed)
        cycle = Course.cycle(hasNew: options.previous == nil, only: options.courses)
        ledger = Ledger(cycle)
        say("starting three brokers, a database and the services")
        ground = try Ground(options)
        probe = try Probe(ground)
        gateway = Gateway(
            ground.settings(clientID: "redress-chaos-gateway"), partitions: ground.deployment.plan.partitions, ground.clock, cycle,
            commands,
            seed: options.seed)
        report = ChaosReport(seed: options.seed, omissions: Self.omissions(ground, options))
        report.isWhole = options.courses.isEmpty && options.previous == nil
        for omission in report.omissions { say(omission) }
    }

    private static func omissions(_ ground: Ground, _ options: ChaosOptions) -> [String] {
        (ground.disk == nil ? ["disk-full is left out: only root can give the database a disk of its own"] : [])
            + (options.previous == nil ? [] : ["complaints that go together are left out: the release before did not do that"])
    }

    /// Runs the rounds; ends with the first that does not settle, since all that follow would find what it left.
    ///
    /// What keeps a round from being played, such as a server that does not come back, ends them, too, and is in the report.
    ///
    /// - Throws: `Unavailable` where none was played, as on a machine that is too small for the servers.
    func run() throws -> ChaosReport {
        let began = ContinuousClock.now
        defer { ground.deployment.stop() }
        do {
            try playAll()
        } catch {
            try report.end(by: error)
        }
        report.repetitions = ledger.sequences.repetitions
        report.commands = commands.all
        report.seconds = (.now - began) / .seconds(1)
        return report
    }

    private func playAll() throws {
        let desk = Outsiders.work(ground.settings(clientID: "redress-chaos-desk"), cycle, commands)
        try warm()
        let kinds = FaultKind.allCases.filter { kind in
            options.fault.map { $0 == kind.rawValue } ?? (kind != .releaseRolled && (kind != .diskFull || ground.disk != nil))
        }
        for (index, kind) in FaultKind.sequence(of: options.rounds, from: kinds, &chance).enumerated() {
            let round = try play(index + 1, kind)
            report.note(round)
            say(round.text)
            try desk.check()
            guard round.settling.settled != nil else { break }
        }
        try desk.stop()
        say("reading everything once more from the beginning")
        report.reading = try readAgain()
        try probe.stop()
    }

    /// Has the servers, which have only just started, answer steadily under load before anything is broken: what a cold server does says
    /// nothing of the services.
    private func warm() throws {
        let began = probe.now
        let publishing = gateway.publish(perSecond: options.rate)
        try awaitLoad(from: 0)
        while !probe.isSteady(seconds: Self.steadySeconds) {
            guard probe.now - began < Self.warmSeconds else {
                throw Unavailable(
                    description: "the servers did not answer within \(ProbeLog.limit / 2) s for \(Self.steadySeconds) s on end, "
                        + "in \(Int(Self.warmSeconds)) s; expected a machine that has room for them")
            }
            ground.pause(milliseconds: Self.calmMilliseconds)
        }
        try publishing.stop()
        let settling = try settle(0, expected: gateway.accepted)
        guard settling.settled != nil else {
            let tally = Tally(ledger, accepted: gateway.accepted)
            throw Unavailable(description: "before anything was broken, not everything came right\n\(tally.text)")
        }
        say("the servers are warm after \(Int(probe.now - began)) s and \(gateway.accepted) complaints")
    }

    private func play(_ number: Int, _ kind: FaultKind) throws -> Round {
        let before = gateway.accepted
        let publishing = gateway.publish(perSecond: options.rate)
        try awaitLoad(from: before)
        let deed = try kind.fault.strike(ground, &chance)
        let settlingTime = SettlingTime(since: probe.now)
        let expected = gateway.accepted
        ground.pause(milliseconds: Self.calmMilliseconds)
        try publishing.stop()
        let settling = try settle(number, settlingTime, expected: expected)
        try ground.deployment.checkServices()
        return Round(
            number: number, kind: kind, deed: deed, accepted: gateway.accepted, settling: settling,
            tally: Tally(ledger, accepted: gateway.accepted))
    }

    /// A second's complaints, and one of each course, are on their way before something breaks, or it would break nothing.
    private func awaitLoad(from before: Int) throws {
        let wanted = before + max(options.rate, cycle.count)
        for _ in 0..<Self.looks where gateway.accepted < wanted { ground.pause(milliseconds: Self.lookMilliseconds) }
        guard gateway.accepted >= wanted else { throw Unavailable(description: "the brokers take no complaints") }
    }

    /// How many partitions each topic has that the ledger reads.
    private var partitions: [String: Int] {
        let specifications = Topic.all.map {
            ($0.name, $0.hasOwnPartitionCount ? $0.defaultPartitionCount : ground.deployment.plan.partitions)
        }
        return Dictionary(uniqueKeysWithValues: specifications)
    }

    /// Reads until everything is there, or the time that counts is up.
    private func settle(_ number: Int, _ begun: SettlingTime? = nil, expected: Int) throws -> Round.Settling {
        var settlingTime = begun ?? SettlingTime(since: probe.now)
        let reader = try ledger.reader(ground.settings(clientID: "redress-chaos-ledger"))
        var settling = Round.Settling()
        var isLong = false
        while true {
            ledger.take(try reader.next(timeoutMilliseconds: 100), partitions: partitions)
            let now = probe.now
            settling.servers = probe.finding(of: settlingTime, at: now)
            if settling.recovered == nil, ledger.hasAcknowledged(expected) { settling.recovered = settlingTime.passed(at: now) }
            if ledger.isComplete(gateway.accepted) {
                settling.settled = settlingTime.passed(at: now)
                return settling
            }
            guard !settlingTime.isOver(at: now, stalled: settling.servers.stalled) else { break }
            if !isLong, settlingTime.counted(at: now, stalled: settling.servers.stalled) > SettlingTime.longSeconds {
                isLong = true
                try look(number, "long")
                settlingTime.takeOut(from: now, to: probe.now)
            }
        }
        settling.isServersStall = settlingTime.counted(at: probe.now, stalled: settling.servers.stalled) < SettlingTime.seconds
        try look(number, "over")
        return settling
    }

    private func look(_ number: Int, _ moment: String) throws {
        let picture = Picture.text(of: ground)
        let missing = Tally(ledger, accepted: gateway.accepted).text
        say("round \(number) has not settled yet\n\(missing)\n\(ledger.wanting(of: gateway.accepted))\n\(picture)")
        if let logs = options.logs { try Picture.write(picture, of: ground, named: "round-\(number)-\(moment)", to: logs) }
    }

    /// A reading that knows nothing of those after the rounds.
    private func readAgain() throws -> Tally {
        var again = Ledger(cycle)
        let reader = try again.reader(ground.settings(clientID: "redress-chaos-last-reading"))
        again.take(try reader.readToEnd(timeoutMilliseconds: 300_000), partitions: partitions)
        return Tally(again, accepted: gateway.accepted)
    }
}
