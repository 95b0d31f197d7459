package import Contracts
package import Domain
import Fakes
import Foundation
import Kafka
import OperatorService
package import Policies
import Runtime
import Seeded

/// A story on a policy pack, through the real deciders of all five services: what people do at which time, and what comes of it.
///
/// Nothing fails but what a story lets fail. Gateways say of every message that it arrived, on the media where messages do.
package final class ServicesScenario {
    private let stage: SimulationStage
    private let groups: [ServiceGroup]
    private var chance = SplitMix64(seed: 1)
    private var written = 0
    /// The attempts that a gateway has said the outcome of.
    private var confirmed: Set<String> = []
    /// The media on which nothing arrives.
    package var deadMedia: Set<String> = []

    package init(_ pack: PolicyPack, from start: Instant) throws {
        stage = try SimulationStage(pack, from: start)
        groups = ServiceName.allCases.map { [stage] in ServiceGroup($0.definition, on: stage) }
        var settings = WorkerSettings()
        settings.batchSize = 500
        settings.wakeLimit = 500
        settings.beatEveryMilliseconds = 3_600_000
        settings.floodGuard.isOn = false
        for group in groups {
            group.start(settings: settings, portion: 100, choose: { _ in 0 }, mishap: { _ in nil })
            group.rebalance(&chance)
        }
        settle()
    }

    package var now: Instant { stage.clock.now() }

    // MARK: Time

    /// Lets time go by; whatever is due until then happens at its time.
    package func reach(_ time: Instant) {
        while let next = groups.compactMap(\.database.nextDue).min(), next <= time {
            stage.clock.advance(max(next.duration(since: now), .seconds(1)))
            settle()
        }
        if time > now { stage.clock.advance(time.duration(since: now)) }
        settle()
    }

    private func settle() {
        var quiet = 0
        while quiet < 6 {
            let before = stage.broker.count
            for group in groups {
                for instance in group.instances {
                    instance.worker.step(waitMilliseconds: 0)
                    instance.log.deliver()
                }
            }
            confirmMessages()
            stage.clock.advance(.milliseconds(60))
            quiet = stage.broker.count == before ? quiet + 1 : 0
        }
    }

    private func confirmMessages() {
        for notice in notices where confirmed.insert("\(notice.notification)/\(notice.attempt)").inserted {
            var receipt = CommandMessage(
                receiptOf: notice.notification, complaint: notice.complaint,
                outcome: deadMedia.contains(notice.medium) ? .failed : .delivered, at: now)
            receipt.attempt = notice.attempt
            if deadMedia.contains(notice.medium) { receipt.reason = "The recipient could not be reached." }
            write(receipt.event(id: nextID, source: Party.gateway.source), to: .notificationReceipts, key: notice.complaint.rawValue)
        }
    }

    // MARK: What people do

    /// A customer, or who speaks for one, says something.
    ///
    /// - Returns: what intake makes of it.
    @discardableResult
    package func say(_ submission: IntakeSubmission, from party: Party = .gateway) -> [ComplaintEvent] {
        let before = Set(complaints)
        write(submission.event(id: nextID, source: party.source, time: now), to: .intake, key: submission.line)
        settle()
        return complaints.filter { !before.contains($0) }
    }

    /// A desk gives a command.
    ///
    /// - Returns: what dispatch makes of it.
    @discardableResult
    package func give(
        _ name: WorkOrderCommand.Name, on complaint: ComplaintNumber, by actor: ActorID = "handler-7",
        _ fill: (inout CommandMessage) -> Void = { _ in }
    ) -> [WorkOrderEvent] {
        let before = Set(workOrders)
        var command = CommandMessage(name, complaint: complaint, by: actor)
        fill(&command)
        write(command.event(id: nextID), to: .workOrderCommands, key: complaint.rawValue)
        settle()
        return workOrders.filter { !before.contains($0) }
    }

    private var nextID: String { "event-\(written + 1)" }

    private func write(_ event: CloudEvent, to topic: Topic, key: String) {
        written += 1
        stage.broker.append(
            topic: topic.name, key: Data(key.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    // MARK: What came of it

    package var complaints: [ComplaintEvent] { facts(of: .complaints) }
    package var workOrders: [WorkOrderEvent] { facts(of: .workOrders) }
    package var alerts: [ClockEvent] { facts(of: .alerts) }
    /// Every attempt at a message, in the order in which they went out.
    package var notices: [NotificationRequested] {
        facts(of: .notifications).compactMap { (event: NoticeEvent) in if case .requested(let notice) = event { notice } else { nil } }
    }

    /// What anybody was told of a complaint, as `customer appeal-path` or `hotline-centre staff-urged`, each message once.
    package func told(of complaint: ComplaintNumber) -> [String] {
        notices.filter { $0.complaint == complaint && $0.attempt == 1 }.map { notice in
            "\(notice.unit?.rawValue ?? notice.audience.rawValue) \(notice.template)"
        }
    }

    /// What should not be left: letters put aside, workers that stand still, what could not be read.
    package var troubles: [String] { groups.flatMap(\.leftovers).map { "\($0.promise): \($0.seen)" } + unreadable }
    private var unreadable: [String] = []

    private func facts<Event: WireEvent>(of topic: Topic) -> [Event] {
        FactsOnTopics(stage.broker, of: [topic]).facts.compactMap { told in
            do {
                return try Event.decode(type: told.event.type, data: told.event.data, with: WireCoder())
            } catch {
                unreadable.append("\(topic.name): \(error)")
                return nil
            }
        }
    }
}
