import Moments
import Seeded
import Testing

@testable import Domain

/// Nobody is told the same twice, in whatever order the topics come.
struct NoticeOnceTests {
    static let complaints: [NoticeInput] = [.registered(), .urged(1), .urged(2)]
    static let workOrders: [NoticeInput] = [
        .dispatched, .accepted(), .workOrderUrged, .transferred, .accepted(at: "10:40", by: "network-operations"), .answered,
        .customerTold(),
        .customerTold(satisfied: true), .archived(),
    ]
    static let alerts: [NoticeInput] = [.alert(50), .alert(80), .alert(100)]
    static let claims: [NoticeInput] = [.proposed(), .settled]

    @Test func anEventThatComesAgainTellsNobody() throws {
        var scenario = NoticeScenario()
        for input in Self.complaints + Self.workOrders + Self.alerts + Self.claims {
            try scenario.when(input)
            let file = scenario.file
            #expect(try scenario.when(input).isEmpty)
            #expect(scenario.file == file)
        }
    }

    @Test func aSecondUrgeAndASecondProgressAreNews() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        #expect(try scenario.when(.urged(1)).sent.count == 1)
        #expect(try scenario.when(.urged(2)).sent.count == 1)
        #expect(try scenario.when(.accepted()).sent.count == 1)
        #expect(try scenario.when(.accepted(at: "10:40")).sent.count == 1)
    }

    @Test func theCustomersContentmentIsNoSecondAnswerButANewAnswerIs() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        #expect(try scenario.when(.customerTold()).sent.count == 1)
        #expect(try scenario.when(.customerTold(satisfied: false)).isEmpty)
        #expect(try scenario.when(.customerTold(answer: .sample("sealed-answer-2"))).sent.count == 1)
    }

    @Test func whatComesBeforeTheComplaintIsToldInOrderOnceItIsRegistered() throws {
        var scenario = NoticeScenario()
        #expect(try scenario.when(.settled).isEmpty)
        #expect(try scenario.when(.settled).isEmpty)
        #expect(try scenario.when(.customerTold()).isEmpty)
        #expect(try scenario.when(.dispatched).sent == ["dispatched/staff-desk/1"])
        #expect(try scenario.when(.registered()).sent == ["registered/sms/1", "claim-settled/sms/1", "customer-told/sms/1"])
        #expect(scenario.file?.early.isEmpty == true)
    }

    @Test func thirtyTwoEventsMayWaitAndTheNextIsAFault() throws {
        var scenario = NoticeScenario()
        for count in 1...32 { try scenario.when(.urged(count)) }
        try scenario.when(.urged(32))
        #expect(throws: Fault.self) { try scenario.when(.urged(33)) }
        #expect(scenario.file?.early.count == 32)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func everyInterleavingOfTheTopicsTellsEachOnce(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var rest = [Self.complaints, Self.workOrders, Self.alerts, Self.claims].map { $0[...] }
        var scenario = NoticeScenario()
        var sent: [String] = []
        while !rest.allSatisfy(\.isEmpty) {
            let chosen = Int.random(in: rest.indices, using: &generator)
            guard let input = rest[chosen].popFirst() else { continue }
            for event in try scenario.when(input) {
                guard case .requested(let notice) = event else { continue }
                sent.append("\(notice.template) \(notice.text)")
            }
        }
        #expect(Set(sent).count == sent.count, "seed \(seed)")
        let names = Set(sent.map { $0.split(separator: " ")[0] })
        // The rest may be overtaken: nobody hears of progress once the answer is out.
        let always: Set<Substring> = [
            "registered", "customer-told", "archived", "dispatched", "transferred", "work-order-urged", "answered", "breached",
            "approval-needed", "claim-settled",
        ]
        #expect(names.isSuperset(of: always), "seed \(seed)")
        let numbers = Set(scenario.file?.open.map(\.index) ?? [])
        #expect(numbers.count == sent.count, "seed \(seed)")
    }

    @Test func aRejectedSubmissionOpensNoFile() throws {
        var scenario = NoticeScenario()
        let rejected = IntakeRejected(
            line: LineReference(token: "t1", masked: "138****8000"), eventType: "redress.intake.submitted.v1", eventSource: "/g",
            eventID: "1", fault: Fault(field: "data.channel", problem: "is missing", expected: "some text"),
            at: NoticeScenario.time("09:16"))
        #expect(try scenario.when(.complaint(.rejected(rejected))).isEmpty)
        #expect(scenario.file == nil)
        #expect(try scenario.when(.wake).isEmpty)
        #expect(scenario.file == nil)
    }
}
