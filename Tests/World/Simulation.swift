import CompensationService
import Contracts
import DispatchService
import Domain
package import Fakes
import Foundation
import IntakeService
import Kafka
import NotificationService
package import OperatorService
package import Policies
package import Runtime
import SLAMonitorService
import Seeded

/// All five services' workers, a broker, their databases and everybody outside, in one thread under one seed and a clock that is moved.
///
/// While there is trouble, messages are repeated, delayed and reordered between topics, calls to the databases fail before or after they
/// took effect, workers die between any two of their calls, and partitions change hands while a former owner goes on. Then all is healed,
/// and everything has to come to rest where it belongs.
package final class Simulation {
    let stage: SimulationStage
    let groups: [ServiceGroup]
    var outsiders: Outsiders
    /// What was done, in numbers.
    package private(set) var steps = 0
    private var chance: SplitMix64
    private var mishaps = Mishaps(oneIn: 60)
    /// How many commands the services did not let in.
    package var refusals: Int {
        stage.observer.notices.count {
            guard case .refused = $0 else { return false }
            return true
        }
    }
    /// Where somebody outside reads what no service may write.
    private(set) var breach: Fault?

    /// - Parameters:
    ///   - submissions: how many intake events gateways write.
    ///   - mutation: a promise of the protocol that is broken on purpose.
    ///   - senders: those who sign commands; forgeries are then written beside them.
    ///   - gate: how the services check commands.
    package init(
        seed: UInt64, submissions: Int = 8, pack: PolicyPack, mutation: ProtocolMutation? = nil, senders: DemoSenders? = nil,
        gate: CommandGate = .open
    ) throws {
        chance = SplitMix64(seed: seed)
        stage = try SimulationStage(pack, gate: gate)
        groups = [
            IntakeService.definition, DispatchService.definition, SLAMonitorService.definition, CompensationService.definition,
            NotificationService.definition,
        ].map { [stage] in ServiceGroup($0, on: stage) }
        outsiders = Outsiders(
            Submissions.make(submissions, over: 6, from: SimulationStage.start, &chance),
            lateUntil: SimulationStage.start.adding(.hours(48)), senders: senders)
        for group in groups {
            group.database.mutation = mutation
            for _ in 0..<2 { start(group) }
            group.rebalance(&chance)
        }
    }

    /// The whole of it: trouble, healing, and the judgement.
    /// - Parameter rounds: how many rounds of healing there may be; a system that is broken on purpose may never rest.
    package func run(troubledSteps: Int = 2_500, rounds: Int = Simulation.mostRounds) -> [Violation] {
        for _ in 0..<troubledSteps { act() }
        let rested = heal(rounds)
        return Judgement(of: self).violations(cameToRest: rested)
    }

    private func start(_ group: ServiceGroup) {
        var settings = WorkerSettings()
        settings.batchSize = 6
        settings.wakeLimit = 4
        settings.floodGuard.isOn = false
        group.start(settings: settings, choose: { [unowned self] in chance.below($0) }) { [unowned self] in mishap(of: $0) }
    }

    private func mishap(of instance: ServiceInstance) -> MemoryStore.Mishap? { mishaps.next(of: instance, &chance) }

    /// One thing happens.
    package func act() {
        steps += 1
        let group = groups[chance.below(groups.count)]
        let instance = group.instances[chance.below(group.instances.count)]
        switch chance.below(32) {
        case 0..<14: instance.worker.step(waitMilliseconds: 0)
        case 14..<20: instance.log.deliver(1 + chance.below(4))
        case 20..<24: letOutsidersAct()
        case 24: stage.clock.advance(.milliseconds(chance.below(200)))
        case 25: stage.clock.advance(.minutes(chance.below(90)))
        case 26, 27: advanceToNext()
        case 28: group.rebalance(&chance)
        case 29: die(instance, of: group)
        case 30: instance.log.queueRoom = chance.happens(oneIn: 3) ? chance.below(4) : .max
        default: instance.log.answers.toggle()
        }
    }

    private func letOutsidersAct() {
        guard breach == nil else { return }
        do {
            try outsiders.act(stage.broker, at: stage.clock.now(), &chance, isTroubled: mishaps.isTroubled)
        } catch {
            breach = error
        }
    }

    /// To where somebody outside or a timer wants something next.
    private func advanceToNext() {
        let now = stage.clock.now()
        let next = ([outsiders.next] + groups.map(\.database.nextDue)).compactMap { $0 }.filter { $0 > now }.min()
        guard let next else { return stage.clock.advance(.hours(1)) }
        stage.clock.advance(.milliseconds(next.milliseconds - now.milliseconds))
    }

    /// Dies during its next step, after some of its calls; what its producer held is lost, or part of it is.
    private func die(_ instance: ServiceInstance, of group: ServiceGroup) {
        mishaps.callsUntilDeath = chance.below(6)
        instance.worker.step(waitMilliseconds: 0)
        mishaps.callsUntilDeath = nil
        instance.log.isDead = true
        instance.log.deliver(chance.below(3))
        group.forget(instance)
        start(group)
        group.rebalance(&chance)
    }

    /// Rounds without anything new before the clock may go on: a worker hears of a confirmation one round late.
    private static let quietRounds = 4
    package static let mostRounds = 20_000
    /// Everything ends within a year, or it never will.
    private static let horizon = Duration.hours(24 * 365)

    /// All trouble ends: one worker a service has everything, and time goes on until nothing is left to do.
    ///
    /// - Returns: whether it came to rest.
    private func heal(_ rounds: Int) -> Bool {
        mishaps.isTroubled = false
        for group in groups {
            group.killAll()
            start(group)
            group.rebalance(&chance)
        }
        var quiet = 0
        for _ in 0..<rounds {
            let before = stage.broker.count
            let owed = groups.reduce(0) { $0 + $1.database.owedRows }
            for group in groups {
                for instance in group.instances {
                    instance.worker.step(waitMilliseconds: 0)
                    instance.log.deliver()
                }
            }
            letOutsidersAct()
            stage.clock.advance(.milliseconds(60))
            let isQuiet = stage.broker.count == before && groups.reduce(0) { $0 + $1.database.owedRows } == owed
            quiet = isQuiet ? quiet + 1 : 0
            guard quiet > Self.quietRounds else { continue }
            let hasMore = outsiders.next != nil || groups.contains { $0.database.nextDue != nil }
            if !hasMore {
                if owed == 0 { return true }
                // The mark is stored by an idle lane after a while.
                stage.clock.advance(.milliseconds(200))
                continue
            }
            if stage.clock.now() > SimulationStage.start.adding(Self.horizon) { return false }
            advanceToNext()
            quiet = 0
        }
        return false
    }
}
