import Seeded
import Testing

@testable import Domain

/// What holds whatever comes in whichever order.
struct NoticePropertyTests {
    private static let topics: [[NoticeInput]] = [
        NoticeOnceTests.complaints, [.liabilityFound(.operatorAtFault)] + NoticeOnceTests.workOrders, NoticeOnceTests.alerts,
        NoticeOnceTests.claims,
    ]

    /// All inputs once, each topic in its order; in the order of the topics for no generator.
    private static func inputs(_ generator: inout SplitMix64?) -> [NoticeInput] {
        guard var random = generator else { return topics.flatMap(\.self) }
        var rest = topics.map { $0[...] }
        var inputs: [NoticeInput] = []
        while !rest.allSatisfy(\.isEmpty) {
            let chosen = Int.random(in: rest.indices, using: &random)
            if let input = rest[chosen].popFirst() { inputs.append(input) }
        }
        generator = random
        return inputs
    }

    /// What nothing overtakes, by template and text.
    private static func lasting(_ inputs: [NoticeInput]) throws -> Set<String> {
        var scenario = NoticeScenario()
        let lasting = Set(NotificationRules.everyRule.filter { $0.droppedBy == nil }.map(\.template))
        var told: Set<String> = []
        for input in inputs {
            for case .requested(let notice) in try scenario.when(input) where lasting.contains(notice.template) {
                told.insert("\(notice.template) \(notice.text)")
            }
        }
        return told
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func whatIsToldInTheEndIsTheSameInEveryOrderOfTheTopics(seed: UInt64) throws {
        var none: SplitMix64?
        var random: SplitMix64? = SplitMix64(seed: seed)
        #expect(try Self.lasting(Self.inputs(&random)) == Self.lasting(Self.inputs(&none)), "seed \(seed)")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func everyMessageToACustomerArrivesOrIsOnRecordAsGivenUp(seed: UInt64) throws {
        var random: SplitMix64? = SplitMix64(seed: seed)
        var scenario = try NoticeScenario.china()
        var requested: Set<NoticeNumber> = []
        var ended: [NoticeNumber: Int] = [:]
        var waiting: [NotificationRequested] = []
        func note(_ events: [NoticeEvent]) {
            for event in events {
                switch event {
                case .requested(let notice):
                    requested.insert(notice.notification)
                    waiting.append(notice)
                case .delivered(let notice): ended[notice.notification, default: 0] += 1
                case .abandoned(let notice): ended[notice.notification, default: 0] += 1
                case .customerUnreached, .digestRequested, .receiptRejected: break
                }
            }
        }
        for input in Self.inputs(&random) { note(try scenario.when(input, at: "20:30")) }
        var generator = random ?? SplitMix64(seed: seed)
        for _ in 0..<2000 {
            if let notice = waiting.popLast() {
                let outcome = Int.random(in: 0..<3, using: &generator)
                guard outcome < 2 else { continue }
                let receipt = NotificationReceipt(
                    notification: notice.notification, outcome: outcome == 0 ? .delivered : .failed, attempt: notice.attempt, reason: nil,
                    at: notice.at)
                note(try scenario.when(.receipt(receipt, nil), now: notice.at))
            } else {
                guard scenario.due != nil else { break }
                note(try scenario.whenDue())
            }
        }
        #expect(scenario.due == nil, "seed \(seed)")
        #expect(requested.contains("C20260302003000127-N1"))
        #expect(Set(ended.keys) == requested, "seed \(seed)")
        #expect(ended.values.allSatisfy { $0 == 1 }, "seed \(seed)")
        #expect(scenario.file?.open.isEmpty == true)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func nobodyIsToldTwiceByTheChinaPackEither(seed: UInt64) throws {
        var random: SplitMix64? = SplitMix64(seed: seed)
        var scenario = try NoticeScenario.china()
        let inputs = Self.inputs(&random)
        for input in inputs { try scenario.when(input) }
        let file = scenario.file
        for input in inputs { #expect(try scenario.when(input).isEmpty, "seed \(seed)") }
        #expect(scenario.file == file)
    }
}
