import CommandLine
import Contracts
import Domain
import Foundation
import Policies
import Runtime
import Testing

@testable import OperatorService

/// What is told before sending: what intake would say, by the pack in force.
@Suite struct IntakeForecastTests {
    private static let packPath = ShippedFile.url("Ops/policies/china").path
    private let now = Instant(seconds: 1_775_005_200)

    private func verdict(_ change: (inout IntakeSubmission) -> Void) throws -> IntakeForecast.Verdict {
        var submission = IntakeSubmission(.submitted, line: "13800138000")
        submission.channel = "hotline"
        submission.province = "CN-SC"
        submission.category = "billing"
        submission.customer = "李雷"
        submission.contact = "13800138000"
        submission.description = "多收 10 元"
        submission.receivedAt = now
        change(&submission)
        let event = try ImportedEvent(checking: submission.event(id: "1", time: now), line: 1)
        let pack = try PolicyPackLoader.load(directory: URL(filePath: Self.packPath))
        return IntakeForecast(pack, now: now).verdict(on: event.input)
    }

    private func rejectedField(_ change: (inout IntakeSubmission) -> Void) throws -> String? {
        if case .rejected(let fault) = try verdict(change) { fault.field } else { nil }
    }

    @Test func whatIsCompleteIsTaken() throws {
        #expect(try verdict { _ in } == .taken)
    }

    @Test func whatIntakeWouldRejectIsNamedByItsField() throws {
        #expect(try rejectedField { $0.channel = "nope" } == "channel")
        #expect(try rejectedField { $0.category = "nope" } == "category")
        #expect(try rejectedField { $0.province = "Sichuan" } == "province")
        #expect(try rejectedField { $0.channel = "business-hall" } == "takenBy")
        #expect(try rejectedField { $0.receivedAt = now.adding(.days(30)) } == "receivedAt")
        #expect(
            try rejectedField {
                $0.type = .urged
                $0.channel = "nope"
            } == "channel")
    }

    @Test func whatTheCustomerWouldBeAskedForIsListed() throws {
        #expect(try verdict { $0.contact = nil } == .asked(["contact"]))
        #expect(try verdict { $0.category = nil } == .asked(["category"]))
    }

    @Test(arguments: [IntakeType.urged, .withdrawn, .supplemented])
    func whatOnlyTheLinesFileKnowsIsNotGuessed(_ type: IntakeType) throws {
        #expect(try verdict { $0.type = type } == .taken)
    }

    private static let complete = [
        "--line", "13800138000", "--province", "CN-SC", "--category", "billing", "--customer", "李雷", "--contact", "13800138000",
        "--description", "多收 10 元",
    ]

    private func dryRun(_ options: [String]) throws -> ExitCode {
        try SubmitCommand.command.run(
            CommandLines.parse(["submit", "-n", "--policies", Self.packPath, "--json"] + options))
    }

    @Test func aDryRunSaysWhatIntakeWould() throws {
        #expect(try dryRun(Self.complete + ["--channel", "hotline"]) == .ok)
        #expect(try dryRun(Array(Self.complete.dropLast(2)) + ["--channel", "hotline"]) == .negative)
        let error = #expect(throws: UsageError.self) { try dryRun(Self.complete + ["--channel", "nope"]) }
        #expect(error?.subject == "--channel")
        let staff = #expect(throws: UsageError.self) { try dryRun(Self.complete + ["--channel", "business-hall"]) }
        #expect(staff?.subject == "--taken-by")
    }

    @Test func aPackThatIsNamedMustBeThere() {
        #expect(throws: PolicyError.self) {
            try SubmitCommand.command.run(
                CommandLines.parse(["submit", "-n", "--policies", "/nowhere/at-all", "--channel", "hotline"] + Self.complete))
        }
    }

    @Test func aWaitForWhatIsNotSentIsRefused() {
        #expect(throws: UsageError.self) { try dryRun(Self.complete + ["--channel", "hotline", "--wait", "5s"]) }
    }

    @Test func theRowsOfAFileAreJudgedLikeOneComplaint() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        let today = SystemClock().now().adding(.days(-1))
        let good = "1,13900000101,hotline,CN-SC,billing,a,b,c,\(today)\n"
        let bad = "2,13900000102,nope,CN-SC,billing,a,b,c,\(today)\n"
        let text = "id,line,channel,province,category,customer,contact,description,receivedAt\n"
        func outcome(_ rows: String, _ more: String...) throws -> ExitCode {
            try Data((text + rows).utf8).write(to: file)
            return try dryRun(["--file", file.path] + more)
        }
        #expect(try outcome(good) == .ok)
        #expect(try outcome(good + bad) == .dataError)
        #expect(try outcome(good + bad, "--on-error", "skip") == .negative)
        #expect(try outcome(good.replacing(",billing,", with: ",,")) == .negative)
        #expect(try outcome(good.replacing("\(today)", with: "2015-04-01T09:00:00+08:00")) == .dataError)
    }
}
