import Contracts
import Domain
package import Fakes
import Foundation
import Kafka
package import OperatorService
package import Policies
package import Runtime
import Seeded

/// All five services' workers, a broker, their databases and everybody outside, in one thread under one seed and a clock that is moved.
///
/// While there is trouble, messages are repeated, delayed and reordered between topics, partitions are read from their beginning again, calls
/// to the databases fail before or after they took effect or for good, calls to the broker fail, clocks are set forward and back, workers die
/// between any two of their calls, and partitions change hands while a former owner goes on. Then all is healed, and everything has to come to
/// rest where it belongs.
package final class Simulation {
    let stage: SimulationStage
    let groups: [ServiceGroup]
    var outsiders: Outsiders
    /// What was done, in numbers.
    package private(set) var steps = 0
    private var chance: SplitMix64
    private var mishaps = Mishaps(oneIn: 60)
    /// Rounds in which nothing has moved.
    private var quiet = 0
    /// How many commands the services did not let in.
    package var refusals: Int {
        stage.observer.notices.count {
            guard case .refused = $0 else { return false }
            return true
        }
    }
    /// Where somebody outside reads what no service may write.
    private(set) var breach: Fault?
    private let trace: ((String) -> Void)?

    /// - Parameters:
    ///   - submissions: how many intake events gateways write.
    ///   - mutation: a promise of the protocol that is broken on purpose.
    ///   - senders: those who sign commands; forgeries are then written beside them.
    ///   - gate: how the services check commands.
    ///   - refusesData: whether the database may refuse data that is in order, which an operator then replays from the dead letters.
    ///   - trace: is told each step: its number, the time, who did what.
    package init(
        seed: UInt64, submissions: Int = 8, pack: PolicyPack, mutation: ProtocolMutation? = nil, senders: DemoSenders? = nil,
        gate: CommandGate = .open, refusesData: Bool = false, trace: ((String) -> Void)? = nil
    ) throws {
        chance = SplitMix64(seed: seed)
        self.trace = trace
        mishaps.refuses = refusesData
        stage = try SimulationStage(pack, gate: gate)
        groups = ServiceName.allCases.map { [stage] in ServiceGroup($0.definition, on: stage) }
        let submitted = Submissions.make(submissions, over: 6, from: SimulationStage.start, &chance)
        outsiders = Outsiders(
            [
                HandlersDesk(lateUntil: SimulationStage.start.adding(.hours(48))), Approvers(), ReceiptGateway(), EagerSupervisors(),
                EagerBilling(), try EagerCustomers(submitted, stage.sealing),
            ], submitted, senders: senders)
        for group in groups {
            group.database.mutation = mutation
            for _ in 0..<2 { start(group) }
            group.rebalance(&chance)
        }
        if trace != nil { stage.observer.listener = { [unowned self] notice in writeTrace("  \(notice)") } }
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
        // Small batches, so that much can happen between two; once all is healed that is of no use any more.
        settings.batchSize = mishaps.isTroubled ? 6 : 200
        settings.wakeLimit = mishaps.isTroubled ? 4 : 200
        settings.floodGuard.isOn = false
        group.start(
            settings: settings, choose: { [unowned self] in chance.below($0) },
            mishap: { [unowned self] instance in
                let mishap = mishaps.next(of: instance, &chance)
                if let mishap { writeTrace("\(name(of: instance)): the database fails, \(mishap)") }
                return mishap
            },
            brokerMishap: { [unowned self] instance, call in
                let error = mishaps.nextAtBroker(of: instance, call, &chance)
                if let error { writeTrace("\(name(of: instance)): the broker fails, \(error)") }
                return error
            })
    }

    /// Says what is done, for whoever replays a seed step by step.
    func writeTrace(_ text: @autoclosure () -> String) {
        if let trace { trace("\(steps) \(stage.clock.now()) \(text())") }
    }

    private func name(of instance: ServiceInstance) -> String {
        for group in groups {
            if let index = group.instances.firstIndex(where: { $0 === instance }) { return "\(group.definition.name)#\(index)" }
        }
        return "a dead worker"
    }

    /// One thing happens.
    package func act() {
        steps += 1
        let group = groups[chance.below(groups.count)]
        let instance = group.instances[chance.below(group.instances.count)]
        switch chance.below(40) {
        case 0..<18: work(instance)
        case 18..<24:
            let count = 1 + chance.below(4)
            writeTrace("\(name(of: instance)): the broker takes \(count) of \(instance.log.inFlight.count)")
            instance.log.deliver(count)
        case 24..<28: letOutsidersAct()
        case 28..<32: moveTheClock()
        case 32:
            writeTrace("\(group.definition.name): partitions change hands")
            group.rebalance(&chance)
        case 33: die(instance, of: group)
        default: trouble(instance, of: group)
        }
    }

    private func work(_ instance: ServiceInstance) {
        writeTrace("\(name(of: instance)): works")
        instance.worker.step(waitMilliseconds: 0)
    }

    /// Time goes on by a little, by much, to where something is due, or it is set.
    private func moveTheClock() {
        switch chance.below(8) {
        case 0, 1: stage.clock.advance(.milliseconds(chance.below(200)))
        case 2, 3: stage.clock.advance(.minutes(chance.below(90)))
        case 4: stage.clock.set(by: .zero - (chance.happens(oneIn: 4) ? .minutes(chance.below(240)) : .milliseconds(chance.below(4_000))))
        case 5: stage.clock.set(by: .minutes(chance.below(chance.happens(oneIn: 4) ? 720 : 10)))
        default: advanceToNext()
        }
        writeTrace("the clock is moved")
    }

    /// Something is wrong with the broker, or between it and one worker.
    private func trouble(_ instance: ServiceInstance, of group: ServiceGroup) {
        writeTrace("\(name(of: instance)): trouble with the broker")
        switch chance.below(7) {
        case 0: instance.log.queueRoom = chance.happens(oneIn: 3) ? chance.below(4) : .max
        case 1: instance.log.answers.toggle()
        case 2: instance.log.refuseOldest(Mishaps.error("deliver", &chance))
        case 3:
            instance.log.emit(
                chance.happens(oneIn: 2) ? .allBrokersDown(Mishaps.error("poll", &chance)) : .error(Mishaps.error("poll", &chance)))
        case 4:
            // One topic lags behind the others, so that what belongs together is read in another order.
            let place = anyInput(of: group)
            instance.log.withheld = chance.happens(oneIn: 2) ? [] : instance.log.withheld.union([place])
        case 5: instance.log.fallBack(anyInput(of: group))
        default:
            // Whoever watches starts a worker again that has halted.
            guard instance.worker.status().haltReason != nil else {
                return instance.log.emit(.producerFailed(Mishaps.error("produce", &chance)))
            }
            instance.log.isDead = true
            replace(instance, of: group)
        }
    }

    private func anyInput(of group: ServiceGroup) -> TopicPartition {
        let topics = group.inputs
        return TopicPartition(topic: topics[chance.below(topics.count)], partition: Int32(chance.below(SimulationStage.partitions)))
    }

    private func letOutsidersAct() {
        guard breach == nil else { return }
        do {
            try outsiders.act(stage.broker, at: stage.clock.now(), &chance, isTroubled: mishaps.isTroubled) { message in
                writeTrace("somebody outside: \(message.event.type) of \(message.key) to \(message.topic.name)")
            }
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
        writeTrace("\(name(of: instance)): dies")
        mishaps.callsUntilDeath = chance.below(6)
        instance.worker.step(waitMilliseconds: 0)
        mishaps.callsUntilDeath = nil
        instance.log.isDead = true
        instance.log.deliver(chance.below(3))
        replace(instance, of: group)
    }

    private func replace(_ instance: ServiceInstance, of group: ServiceGroup) {
        group.remove(instance)
        start(group)
        group.rebalance(&chance)
    }

    /// Rounds without anything new before the clock may go on: a worker hears of a confirmation one round late.
    private static let quietRounds = 4
    package static let mostRounds = 20_000
    /// Once trouble is over everything ends within a year, or it never will.
    private static let horizon = Duration.hours(24 * 365)

    /// An operator has what the database refused decided once more.
    ///
    /// - Returns: whether there was any.
    private func replayLetters() -> Bool {
        var isAny = false
        for group in groups {
            for letter in group.database.letters where letter.request == nil {
                writeTrace("an operator replays letter \(letter.number) of \(letter.lane) of \(group.definition.name)")
                group.database.request(.replay, of: letter.lane, number: letter.number)
                isAny = true
            }
        }
        if isAny { stage.clock.advance(.seconds(2)) }
        return isAny
    }

    /// All trouble ends: one worker a service has everything, and time goes on until nothing is left to do.
    ///
    /// - Returns: whether it came to rest.
    func heal(_ rounds: Int = mostRounds) -> Bool {
        endTrouble()
        // From now on: trouble sets the clock forward, and may last longer than a year itself.
        let last = stage.clock.now().adding(Self.horizon)
        for _ in 0..<rounds {
            guard isQuietAfterARound() else { continue }
            if replayLetters() { continue }
            let hasMore = outsiders.next != nil || groups.contains { $0.database.nextDue != nil }
            if !hasMore {
                if unconfirmedRows == 0 { return true }
                // The mark is stored by an idle lane after a while.
                stage.clock.advance(.milliseconds(200))
                continue
            }
            if stage.clock.now() > last { return false }
            advanceToNext()
            quiet = 0
        }
        return false
    }

    /// Every service has one worker, to which nothing happens.
    func endTrouble() {
        mishaps.isTroubled = false
        writeTrace("all trouble ends")
        for group in groups { restart(group) }
        quiet = 0
    }

    /// The workers die, and one takes everything.
    func restart(_ group: ServiceGroup, on database: MemoryDatabase? = nil) {
        group.killAll()
        if let database { group.database = database }
        start(group)
        group.rebalance(&chance)
    }

    private var unconfirmedRows: Int { groups.reduce(0) { $0 + $1.database.unconfirmedRows } }

    /// Everybody works once, undisturbed.
    ///
    /// - Returns: whether nothing has moved for so long that nothing will before the clock goes on.
    private func isQuietAfterARound() -> Bool {
        steps += 1
        let before = (stage.broker.count, unconfirmedRows)
        for group in groups {
            for instance in group.instances {
                instance.worker.step(waitMilliseconds: 0)
                instance.log.deliver()
            }
        }
        letOutsidersAct()
        stage.clock.advance(.milliseconds(60))
        quiet = before == (stage.broker.count, unconfirmedRows) ? quiet + 1 : 0
        return quiet > Self.quietRounds
    }

    /// Undisturbed rounds, in which the clock goes on wherever nothing moves.
    ///
    /// - Returns: whether it came so far.
    func goOn(_ rounds: Int, until isThere: () -> Bool = { false }) -> Bool {
        for _ in 0..<rounds {
            if isThere() { return true }
            guard isQuietAfterARound() else { continue }
            advanceToNext()
            quiet = 0
        }
        return isThere()
    }
}
