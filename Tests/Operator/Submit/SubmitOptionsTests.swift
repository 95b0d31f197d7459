import CommandLine
import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct SubmitOptionsTests {
    private let now = Instant(seconds: 1_775_005_200)

    @Test func optionsMakeUpTheEventOfTheContract() throws {
        let arguments = try CommandLines.parse(
            "submit", "--line", "13800138000", "--channel", "hotline", "--province", "CN-SC", "--category", "billing", "--customer", "李雷",
            "--contact", "13800138000", "--description", "多收 10 元", "--language", "zh", "--received-at", "2026-04-01T09:00:00+08:00",
            "--flag", "roaming", "--flag", "malicious", "--disputed-amount", "10.05", "--settled-on-spot")
        let submission = try SubmitOptions.submission(arguments, now: now)
        #expect(
            String(decoding: submission.data, as: UTF8.self)
                == #"{"line":"13800138000","channel":"hotline","province":"CN-SC","category":"billing","customer":"李雷","contact":"13800138000","description":"多收 10 元","language":"zh","receivedAt":"2026-04-01T01:00:00Z","flags":["roaming","malicious"],"disputedAmount":{"minorUnits":1005,"currency":"CNY"},"settledOnSpot":true}"#
        )
        #expect(submission.type == .submitted)
    }

    @Test func anUrgeNeedsOnlyLineAndChannel() throws {
        let arguments = try CommandLines.parse("submit", "--type", "urged", "--line", "alice", "--line-kind", "account", "--channel", "app")
        let submission = try SubmitOptions.submission(arguments, now: now)
        #expect(submission.type == .urged)
        #expect(try ImportedEvent(checking: submission.event(id: "1"), line: 1).key == "alice")
    }

    @Test func anAppealIsMadeUpWithItsForm() throws {
        let arguments = try CommandLines.parse(
            "submit", "--type", "appealed", "--line", "13800138000", "--channel", "miit", "--province", "CN-JS", "--received-at",
            "2026-03-18T09:00:00+08:00", "--address", "南京市", "--appeal-body", "CN-JS", "--appeal-case", "JS-1", "--appeal-date",
            "2026-03-18",
            "--respondent", "中国电信", "--respondent-address", "中央路", "--interest", "own", "--complained-on", "2026-03-02", "--duty",
            "referral-archived=R-1")
        let submission = try SubmitOptions.submission(arguments, now: now)
        #expect(
            String(decoding: submission.data, as: UTF8.self)
                == #"{"line":"13800138000","channel":"miit","province":"CN-JS","receivedAt":"2026-03-18T01:00:00Z","address":"南京市","duties":[{"duty":"referral-archived","reference":"R-1"}],"appeal":{"body":"CN-JS","caseNumber":"JS-1","date":"2026-03-18","respondent":"中国电信","respondentAddress":"中央路","interest":"own","complainedOn":"2026-03-02"}}"#
        )
        #expect(try ImportedEvent(checking: submission.event(id: "1"), line: 1).key == "13800138000")
    }

    @Test func anExposureAndAWordOnTheHandlingAreMadeUp() throws {
        let exposed = try SubmitOptions.submission(
            CommandLines.parse(
                "submit", "--type", "exposed", "--line", "10086", "--channel", "new-media-service", "--medium", "new-media", "--effect",
                "national"), now: now)
        #expect(exposed.details?.exposure == Exposure(medium: .newMedia, effect: .national))
        #expect(try ImportedEvent(checking: exposed.event(id: "1"), line: 1).key == "10086")
        let feedback = try SubmitOptions.submission(
            CommandLines.parse(
                "submit", "--type", "feedback-given", "--line", "10086", "--channel", "sms", "--satisfaction", "2", "--resolved", "false"),
            now: now)
        #expect(feedback.feedback == Feedback(satisfaction: 2, resolved: false, wantsReview: nil))
    }

    @Test func receivedIsNowWhereItIsNotSaid() throws {
        #expect(try SubmitOptions.submission(CommandLines.parse("submit", "--line", "10086"), now: now).receivedAt == now)
    }

    @Test(arguments: [
        (["--channel", "hotline"], "--line"),
        (["--line", "10086", "--received-at", "yesterday"], "--received-at"),
        (["--line", "10086", "--disputed-amount", "1.234"], "--disputed-amount"),
        (["--line", "10086", "--disputed-amount", "10.5", "--currency", "JPY"], "--disputed-amount"),
        (["--line", "10086", "--disputed-amount", "10", "--currency", "RMB"], "--currency"),
        (["--line", "10086", "--type", "appealed", "--appeal-date", "18.3."], "--appeal-date"),
    ])
    func whatCannotBeUsedIsNamedByItsOption(_ options: [String], _ name: String) throws {
        let arguments = try CommandLines.parse(["submit"] + options)
        let error = #expect(throws: UsageError.self) { try SubmitOptions.submission(arguments, now: now) }
        #expect(error?.subject == name)
    }

    @Test func anAmountHasTheDecimalsOfItsCurrency() throws {
        func amount(_ text: String, _ currency: String) throws -> Money? {
            try SubmitOptions.submission(
                CommandLines.parse("submit", "--line", "10086", "--disputed-amount", text, "--currency", currency), now: now
            ).disputedAmount
        }
        #expect(try amount("1000", "JPY") == Money(minorUnits: 1000, currency: "JPY"))
        #expect(try amount("12.500", "KWD") == Money(minorUnits: 12_500, currency: "KWD"))
        #expect(try amount("10.5", "CNY") == Money(minorUnits: 1050, currency: "CNY"))
    }

    @Test(arguments: [
        ("disputedAmount.minorUnits", "--disputed-amount"), ("flags[1]", "--flag"), ("takenBy", "--taken-by"), ("duties", "--duty"),
    ])
    func aFaultWithinAFieldIsNamedByTheFieldsOption(_ field: String, _ option: String) {
        #expect(SubmitOptions.usageError(Fault(field: field, problem: "is wrong", expected: "right")).subject == option)
    }

    @Test func aFaultOfTheEventIsNamedByItsOption() {
        let fault = Fault(field: "receivedAt", problem: "is missing", expected: "a time")
        #expect(SubmitOptions.usageError(fault).subject == "--received-at")
    }
}
