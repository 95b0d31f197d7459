import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct PlayersTests {
    private static let numbers = (1...400).map { ComplaintNumber("C20260302001" + String(1_000_000 + $0).dropFirst()) }

    @Test func aDispatchedComplaintIsTakenOnOrSentToTheUnitThatCanSolveItLater() throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        for number in Self.numbers {
            let intentions = try desk.respond(to: Told.dispatched(number))
            let intention = try #require(intentions.first)
            #expect(intentions.count == 1)
            #expect(["accept", "transfer"].contains(intention.verb))
            #expect(intention.at > Told.monday)
            #expect(intention.message.topic == .workOrderCommands)
            #expect(intention.message.key == number.rawValue)
        }
    }

    @Test(arguments: ["marketing", "network-operations", "provincial-complaint-centre"])
    func whatIsTransferredGoesToAnotherUnit(unit: String) throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        let transfers = try Self.numbers.flatMap { try desk.respond(to: Told.dispatched($0, unit: unit)) }.filter { $0.verb == "transfer" }
        #expect(!transfers.isEmpty)
        for transfer in transfers { #expect(try transfer.field("to") != unit) }
    }

    @Test func theAnswerIsReviewedBySomebodyElseThanItsMaker() throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        for number in Self.numbers {
            let maker = try #require(try desk.respond(to: Told.accepted(number)).first?.field("by"))
            let review = try #require(try desk.respond(to: Told.answered(number, by: maker)).first)
            #expect(["approve-answer", "return-answer"].contains(review.verb))
            #expect(try review.field("by") != maker)
        }
    }

    @Test func anAnswerSentBackOnceIsApprovedTheSecondTime() throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        let number = try #require(Self.numbers.first { Temper($0, mayBeLate: false).isReturned })
        #expect(try desk.respond(to: Told.answered(number)).map(\.verb) == ["return-answer"])
        #expect(try desk.respond(to: Told.answered(number)).map(\.verb) == ["approve-answer"])
    }

    @Test func aCustomerWhoIsNotContentHasTheAnswerLookedAtAgain() throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        #expect(try desk.respond(to: Told.customerTold(satisfied: false)).map(\.verb) == ["return-answer"])
    }

    @Test func whatIsArchivedWantsNothingMore() throws {
        var desk = HandlersDesk(lateUntil: Told.monday)
        #expect(try desk.respond(to: Told.archived()).isEmpty)
    }

    @Test func onlyEarlyComplaintsAreHandledLate() {
        #expect(Self.numbers.contains { Temper($0, mayBeLate: true).pace == .late })
        #expect(!Self.numbers.contains { Temper($0, mayBeLate: false).pace == .late })
    }

    @Test func theLateOnesPassTheFifteenDaysOfTheLawAndTheOthersDoNot() {
        for number in Self.numbers {
            let temper = Temper(number, mayBeLate: true)
            let longest = temper.untilAccepted + temper.untilFound
            #expect((longest > .days(12)) == (temper.pace == .late))
        }
    }

    @Test func aClaimThatThePolicyApprovesIsLeftToIt() throws {
        var approvers = Approvers()
        #expect(try approvers.respond(to: Told.proposed(band: "policy", approvalRequired: false)).isEmpty)
    }

    @Test(arguments: ["supervisor", "manager"])
    func aClaimIsDecidedByWhoeverItsBandNames(band: String) throws {
        var approvers = Approvers()
        let intention = try #require(try approvers.respond(to: Told.proposed(band: band, approvalRequired: true)).first)
        #expect(["approve", "decline"].contains(intention.verb))
        #expect(try #require(try intention.field("by")).hasPrefix("\(band)-"))
        #expect(intention.message.topic == .compensationCommands)
    }

    @Test func aPaymentHasTheSameReferenceInEveryAttempt() throws {
        var billing = BillingDesk()
        let references = try (4...5).map { attempt in
            try billing.respond(to: Told.settlementRequested(attempt: attempt)).first?.field("reference")
        }
        #expect(references == ["B-R20260302001000007-1", "B-R20260302001000007-1"])
    }

    @Test func somePaymentsFailAndNoneFailsForEver() throws {
        var billing = BillingDesk()
        var failures = 0
        for number in Self.numbers {
            let first = try billing.respond(to: Told.settlementRequested(attempt: 1, complaint: number)).first
            let fourth = try billing.respond(to: Told.settlementRequested(attempt: 4, complaint: number)).first
            failures += first?.verb == "fail-settlement" ? 1 : 0
            #expect(fourth?.verb == "confirm-settlement")
        }
        #expect(failures > 0)
    }

    @Test func aPersonRetriesWhatWillNotRetryItself() throws {
        var billing = BillingDesk()
        #expect(try billing.respond(to: Told.settlementFailed(willRetry: true)).isEmpty)
        #expect(try billing.respond(to: Told.settlementFailed(willRetry: false)).map(\.verb) == ["retry-settlement"])
    }
}
