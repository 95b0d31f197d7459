import Contracts
import Domain
import Foundation
import Kafka
import Runtime

/// The play itself: the gateway sends, the five services work, and everybody outside does what they would do.
struct Play {
    /// How the play goes by our clock.
    struct Pace: Sendable {
        /// How long the gateway sends.
        let sendingSeconds: Double
        /// After the last was sent, how long the others may take.
        let timeoutSeconds: Double

        /// Which share of the complaints, the first ones, may be handled so late that the play has to wait for them.
        static let lateShare = 0.35

        /// A rate that two cores keep up with, whatever the number.
        init(complaints: Int) {
            sendingSeconds = max(36, Double(complaints) / 40)
            timeoutSeconds = 60
        }
    }

    /// Complaints that are sent a second time.
    static let repetitions = 20

    private(set) var tally = Tally()
    private(set) var cast: Cast
    private var agenda = Agenda()
    private var players: [any Player]
    private let reader: KafkaReader
    private let producer: KafkaProducer
    private let senders: DemoSenders
    private let clock: AcceleratedClock
    private(set) var total: Int
    private let coder = WireCoder()
    private let began = Date()
    private var end: Date
    private var lastNews = Date()

    /// How many messages are sent or read in one go.
    private static let portion = 1000
    private static let leadSeconds = 1.0
    /// With nothing new for this long, nothing more will come.
    private static let quietSeconds = 1.5

    init(_ schedule: Schedule, on stage: Stage, cast: Cast = Cast()) throws(KafkaError) {
        self.cast = cast
        reader = try KafkaReader(
            stage.broker.settings(clientID: "redress-demo-view"), topics: Fact.watched.map(\.name), from: .beginning)
        producer = try KafkaProducer(stage.broker.settings(clientID: "redress-demo"))
        senders = stage.senders
        clock = stage.clock
        total = schedule.count
        let pace = Pace(complaints: schedule.count)
        end = Date(timeIntervalSinceNow: pace.sendingSeconds + pace.timeoutSeconds)
        let span = Duration.milliseconds(Int64(pace.sendingSeconds * 1000 * clock.speed))
        // The producer needs a moment to meet the broker; the first complaint should not wait for it.
        let start = clock.now().adding(.milliseconds(Int64(Self.leadSeconds * 1000 * clock.speed)))
        let lateUntil = start.adding(.milliseconds(Int64(Double(span.wholeMilliseconds) * Pace.lateShare)))
        players = [
            HandlersDesk(lateUntil: lateUntil), Supervisors(), AppealDesk(), Approvers(), BillingDesk(), ReceiptGateway(),
        ]
        let submissions = schedule.intentions(from: start, over: span)
        let repeated = Schedule.repetitions(of: submissions, count: Self.repetitions, after: .hours(6))
        for intention in submissions + repeated { agenda.add(intention) }
    }

    /// Plays until all is done, or time is up.
    ///
    /// - Throws: where the broker fails, a service ends, or a signal came.
    mutating func run(_ fleet: ServiceFleet, _ view: inout DemoView, _ flag: StopFlag) throws {
        while !isOver, Date() < end {
            try flag.check()
            try fleet.checkAlive()
            try sendWhatIsDue()
            try readWhatIsThere()
            view.show(tally, total: total, now: clock.now(), seconds: Date().timeIntervalSince(began))
        }
        view.finish(tally, total: total, now: clock.now(), seconds: Date().timeIntervalSince(began))
    }

    /// Has more to play: each intention becomes a complaint.
    mutating func extend(by encore: Encore) {
        for intention in encore.intentions { agenda.add(intention) }
        total += encore.count
        end = Date(timeIntervalSinceNow: Encore.timeoutSeconds)
        lastNews = Date()
    }

    private var isOver: Bool {
        agenda.isEmpty && tally.accounted >= total && tally.open == 0 && Date().timeIntervalSince(lastNews) > Self.quietSeconds
    }

    private mutating func sendWhatIsDue() throws {
        let due = agenda.takeDue(at: clock.now(), limit: Self.portion)
        guard !due.isEmpty else { return }
        try producer.produce(due.map { try senders.signed($0).message })
    }

    private mutating func readWhatIsThere() throws {
        let untilNext = agenda.next.map { clock.milliseconds(until: $0) } ?? 100
        for message in try reader.next(limit: Self.portion, timeoutMilliseconds: min(untilNext, 100)) {
            guard let received = try Fact.read(message, with: coder), tally.count(received) else { continue }
            lastNews = Date()
            cast.note(received.fact)
            for index in players.indices {
                for intention in players[index].respond(to: received.fact) { agenda.add(intention) }
            }
        }
    }
}
