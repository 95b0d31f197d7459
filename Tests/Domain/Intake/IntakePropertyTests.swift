import Moments
import Seeded
import Testing

@testable import Domain

/// What holds whatever a line sends.
struct IntakePropertyTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func whateverALineSendsItsFileStaysSmallAndItsNumbersUnique(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var line = LineScenario()
        var numbers: [ComplaintNumber] = []
        var registered: Set<ComplaintNumber> = []
        for _ in 0..<300 {
            let now = line.intake.now.adding(.minutes(Int.random(in: 0...3000, using: &random)))
            let events = try line.when(content(at: now, known: numbers, &random), at: now)
            for event in events {
                switch event {
                case .registered(let complaint):
                    #expect(registered.insert(complaint.complaint).inserted, "registered twice")
                    if !numbers.contains(complaint.complaint) { numbers.append(complaint.complaint) }
                    #expect(complaint.receivedAt <= complaint.registeredAt.adding(.minutes(5)))
                case .informationRequired(let complaint):
                    #expect(!numbers.contains(complaint.complaint), "a number was given twice")
                    #expect(!complaint.missing.isEmpty)
                    numbers.append(complaint.complaint)
                case .supplemented, .urged, .withdrawn, .rejected, .exposed, .flagged, .feedbackGiven, .contested: break
                }
            }
            if Bool.random(using: &random), let number = registered.randomElement(using: &random) {
                line.given(number, archivedAt: now)
            }
            // Four categories and none, three levels; and the closed ones.
            #expect(line.file.count { $0.isOpen } <= 5 * 3)
            #expect(line.file.count { !$0.isOpen } <= LineState.closedLimit)
        }
        #expect(!registered.isEmpty)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func sendingAComplaintAgainNeverOpensASecondTicket(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var line = LineScenario()
        for _ in 0..<50 {
            let submission = submission(at: line.intake.now, &random, settledOnSpot: false)
            _ = try line.when(.submission(submission))
            let count = line.file.count
            let again = try line.when(.submission(submission))
            #expect(line.file.count == count)
            #expect(again.registered == nil && again.informationRequired == nil)
        }
    }

    @Test func theSameInputOnTheSameFileDecidesTheSame() throws {
        let rules = IntakeRules(intake: .fixture(), channels: .fixture, appeals: .fixture)
        let context = DecisionContext(now: LineScenario.morning, policy: rules, serial: Serial(lane: 3, number: 1))
        let input = IntakeInput(
            content: .submission(LineScenario.submission()), line: LineScenario.line, eventType: "t", eventSource: "s", eventID: "1",
            archived: [:])
        let once = IntakeDecider.decide(input, given: nil, in: context)
        #expect(IntakeDecider.decide(input, given: nil, in: context) == once)
    }

    private func content(at now: Instant, known: [ComplaintNumber], _ random: inout SplitMix64) -> IntakeInput.Content {
        let number = Bool.random(using: &random) ? known.randomElement(using: &random) : nil
        return switch Int.random(in: 0...12, using: &random) {
        case 0...4: .submission(submission(at: now, &random, settledOnSpot: Int.random(in: 0...9, using: &random) == 0))
        case 5, 6: .supplement(complaint: number, submission(at: now, &random, settledOnSpot: false))
        case 7: .urge(complaint: number, channel: "hotline", flags: Bool.random(using: &random) ? [.skipLevelTendency] : [])
        case 8: .withdrawal(complaint: number)
        case 9:
            .exposure(
                complaint: number, channel: "hotline",
                Exposure(medium: .newMedia, effect: ExposureEffect.allCases.randomElement(using: &random)))
        case 10:
            .feedback(
                complaint: number, channel: "hotline",
                Feedback(satisfaction: Int.random(in: 1...5, using: &random), resolved: nil, wantsReview: nil), .sample(""))
        case 11: .appeal(complaint: number, submission(at: now, on: "miit", &random, settledOnSpot: false), appeal(&random))
        default: .wake
        }
    }

    private func appeal(_ random: inout SplitMix64) -> Appeal {
        var appeal = Appeal()
        appeal.caseNumber = Bool.random(using: &random) ? "case-\(Int.random(in: 1...9, using: &random))" : nil
        appeal.complainedFirst = [true, false, nil].randomElement(using: &random) ?? nil
        appeal.interest = AppealInterest.allCases.randomElement(using: &random)
        return appeal
    }

    private func submission(at now: Instant, on channel: Channel? = nil, _ random: inout SplitMix64, settledOnSpot: Bool) -> Submission {
        let channels: [Channel] = ["hotline", "wechat", "complaint-box", "group-hotline", "roaming-hotline", "central-media", "miit"]
        let categories: [Domain.Category?] = ["billing", "network", "service", "marketing", nil]
        let fields = ["customer", "contact", "description", "dissatisfaction"].filter { _ in Int.random(in: 0...3, using: &random) > 0 }
        let late = Int.random(in: 0...20, using: &random) == 0 ? 40 * 1440 : Int.random(in: 0...600, using: &random)
        return LineScenario.submission(
            channel ?? channels.randomElement(using: &random) ?? "hotline", categories.randomElement(using: &random) ?? nil,
            given: Set(fields),
            receivedAt: now.adding(.zero - .minutes(late)), settledOnSpot: settledOnSpot)
    }
}
