import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import OperatorService
package import Policies
import Runtime
import Seeded

/// A year of complaints in fast time: all five services, everybody outside, and the calendar's holidays, under one seed.
///
/// There is light trouble only: a database that now and then does not answer, a worker that dies, a message that comes twice. Time goes from
/// one moment at which somebody wants something to the next, but no less than a tick, so that what is due together is done together.
package final class YearSimulation {
    let stage: SimulationStage
    let groups: [ServiceGroup]
    let register: YearRegister
    let watch: YearWatch
    let alarms = YearAlarms()
    var outsiders: Outsiders
    /// How often a worker did a round.
    package private(set) var steps = 0
    private(set) var breach: Fault?
    private var chance: SplitMix64
    private var mishaps = Mishaps(oneIn: 2_000)
    private let reporting: ReportingPack
    private let tick: Duration

    private static let quietRounds = 3
    /// What is registered on the last day may take so long.
    private static let horizon = YearCalendar.end.adding(.days(200))

    /// - Parameters:
    ///   - complaints: how many customers complain in the year; some do so more than once.
    ///   - tick: what is due within so long is done together; up to an hour.
    package init(
        seed: UInt64, complaints: Int, pack: PolicyPack, reporting: ReportingPack, tick: Duration = .seconds(20 * 60)
    ) throws {
        chance = SplitMix64(seed: seed ^ 0x5EED)
        self.reporting = reporting
        self.tick = tick
        stage = try SimulationStage(pack, from: YearCalendar.start)
        groups = ServiceName.allCases.map { [stage] in ServiceGroup($0.definition, on: stage) }
        let plan = YearPlan(complaints, seed: seed, pack: pack)
        register = try YearRegister(plan, pack.intake.channels, pack.intake.intake, stage.sealing)
        watch = YearWatch()
        outsiders = Outsiders(
            [
                YearCustomers(register), HandlersDesk(lateUntil: YearCalendar.end), Approvers(), YearSupervisors(register),
                YearOfficers(register),
                YearBilling(register), YearGateway(register), watch,
            ], YearCustomers.complaints(register), limit: .max)
        for group in groups { start(group) }
    }

    /// Lives through the year and judges it.
    package func run() -> YearOutcome {
        let rested = live()
        return YearJudgement(of: self, reporting).outcome(cameToRest: rested)
    }

    private func start(_ group: ServiceGroup) {
        var settings = WorkerSettings()
        settings.batchSize = 500
        settings.wakeLimit = 500
        settings.beatEveryMilliseconds = 3_600_000
        settings.floodGuard.isOn = false
        group.start(
            settings: settings, portion: 100, choose: { [unowned self] in chance.below($0) },
            mishap: { [unowned self] in mishaps.next(of: $0, &chance) })
        group.rebalance(&chance)
    }

    /// - Returns: whether all came to rest.
    private func live() -> Bool {
        var nextLook = YearCalendar.start.adding(.days(7))
        while stage.clock.now() < Self.horizon {
            settle()
            let now = stage.clock.now()
            if now >= nextLook {
                watch.look(at: groups[2].database, stage.pack.clocks, at: now)
                alarms.look(at: groups[2].database, stage.broker, stage.pack.clocks, at: now)
                nextLook = now.adding(.days(7))
            }
            if chance.happens(oneIn: 400) { kill() }
            let moments = ([outsiders.next] + groups.map(\.database.nextDue)).compactMap { $0 }
            guard let next = moments.min() else {
                mishaps.isTroubled = false
                return finish()
            }
            stage.clock.advance(max(next.duration(since: now), tick))
        }
        return false
    }

    /// Rounds until nothing new happens.
    private func settle() {
        var quiet = 0
        while quiet < Self.quietRounds {
            quiet = round() ? 0 : quiet + 1
            stage.clock.advance(.milliseconds(60))
        }
    }

    /// - Returns: whether anything happened.
    private func round() -> Bool {
        let before = stage.broker.count
        for group in groups {
            for instance in group.instances {
                steps += 1
                instance.worker.step(waitMilliseconds: 0)
                instance.log.deliver()
            }
        }
        letOutsidersAct()
        return stage.broker.count > before
    }

    private func letOutsidersAct() {
        guard breach == nil else { return }
        do {
            try outsiders.act(stage.broker, at: stage.clock.now(), &chance, isTroubled: false)
        } catch {
            breach = error
        }
    }

    /// A worker dies after some of its calls, and another takes over.
    private func kill() {
        let group = groups[chance.below(groups.count)]
        mishaps.callsUntilDeath = chance.below(6)
        group.instances.first?.worker.step(waitMilliseconds: 0)
        mishaps.callsUntilDeath = nil
        group.killAll()
        start(group)
    }

    /// Nothing is due any more: what is owed gets its confirmation.
    private func finish() -> Bool {
        for _ in 0..<1_000 {
            settle()
            if groups.allSatisfy({ $0.database.unconfirmedRows == 0 }) { return outsiders.next == nil }
            stage.clock.advance(.milliseconds(400))
        }
        return false
    }
}
