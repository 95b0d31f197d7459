import Contracts
import Fakes
import Foundation
import Policies
import Runtime
import Testing

@testable import Domain

struct MonitorWorkerTests {
    private func pack() throws -> PolicyPack { try PolicyPackLoader.load(directory: MonitorBench.china) }

    @Test func escalatedComplaintsOfSeveralLanesAreOneRisk() throws {
        let bench = MonitorBench(try pack())
        for number in 1...9 { bench.register(number) }
        bench.run()
        let risk = try #require(try bench.risks().first)
        #expect(try bench.risks().count == 1, "S132: nine complaints of three lanes are one warning")
        #expect(risk.count == 9)
        #expect(Set(risk.members) == Set((1...9).map { ComplaintNumber("C\($0)") }), "S188: with all its complaints")
        #expect(bench.database.letters.isEmpty)
    }

    @Test func aComplaintThatComesUpLaterCountsFromThenOnAndAnExposedOneAtOnce() throws {
        let bench = MonitorBench(try pack())
        // As intake tells it of complaints of the province whose customers go to an appeal body before the operator has answered.
        for number in 1...3 { bench.register(number, level: .provincial, flags: []) }
        bench.run()
        #expect(try bench.risks().isEmpty)
        for number in 1...3 {
            bench.emit(
                ComplaintEvent.flagged(
                    ComplaintFlagged(
                        complaint: ComplaintNumber("C\(number)"), flags: [.escalated], reportTo: "group-customer-service",
                        at: bench.clock.now())))
        }
        bench.run()
        #expect(try bench.risks().map(\.rule) == ["same-day"], "S132: escalated to the group, though not when it was registered")
        bench.emit(
            ComplaintEvent.exposed(
                ComplaintExposed(
                    complaint: "C1", channel: "online-media", exposure: Exposure(medium: .national, effect: .national), major: true,
                    at: bench.clock.now())))
        bench.run()
        #expect(try bench.risks().map(\.rule) == ["same-day", "public-opinion"], "S154: one exposed by the media is a risk at once")
    }

    /// The worker dies when what it has to send has been stored and nothing sent; its successor sends all of it, some of it for the second time.
    @Test func whatIsToldTwiceCountsOnce() throws {
        let bench = MonitorBench(try pack())
        for number in 1...2 { bench.register(number) }
        bench.run()
        bench.run(steps: 10, delivering: false)
        bench.restart(try pack())
        bench.run()
        #expect(try bench.risks().isEmpty, "S132: two are two, however often they are told")
        bench.register(3)
        bench.run(steps: 5, delivering: false)
        bench.restart(try pack())
        bench.run()
        #expect(try bench.risks().map(\.count) == [3])
    }

    @Test func aWorkerBeatsOnceAMinuteForTheLanesItHolds() throws {
        let bench = MonitorBench(try pack())
        bench.run()
        #expect(try bench.heartbeats().map(\.lanes) == [[0, 1, 2]], "S203: who watches the deadlines is watched")
        bench.clock.advance(.minutes(1))
        bench.run()
        #expect(try bench.heartbeats().count == 2)
        #expect(bench.observer.notices.count { $0 == .beat(lanes: 3) } == 2)
    }

    @Test func aWorkerWithoutItsDatabaseIsSilent() throws {
        let bench = MonitorBench(try pack())
        bench.run()
        bench.store.mishap = { .before }
        bench.clock.advance(.minutes(10))
        bench.run()
        #expect(try bench.heartbeats().count == 1)
        bench.store.mishap = { nil }
        bench.run(steps: 300)
        #expect(try bench.heartbeats().count >= 2)
    }

    @Test func aCorrectedCalendarReachesEveryOpenComplaint() throws {
        let bench = MonitorBench(try pack())
        for number in 1...30 {
            bench.register(number, province: "CN-HA", flags: [])
            bench.emit(
                WorkOrderEvent.accepted(
                    WorkOrderAccepted(
                        complaint: ComplaintNumber("C\(number)"), workOrder: "W1", unit: "marketing", by: "A1", at: bench.clock.now())))
        }
        bench.run()
        let before = try #require(Instant("2026-04-07T12:00:00+08:00"))
        #expect(
            (1...30).allSatisfy { bench.due(ComplaintNumber("C\($0)")) == before },
            "S137: half of five working days, over the tomb-sweeping holiday")

        let folder = try edited("calendar.yaml", "off: [2026-04-04/2026-04-06]", "off: [2026-04-05]")
        defer { discard(folder) }
        let corrected = try PolicyPackLoader.load(directory: folder)
        #expect(corrected.clockRevision != (try pack()).clockRevision)
        bench.restart(corrected)
        bench.run(steps: 20)
        let after = try #require(Instant("2026-04-06T12:00:00+08:00"))
        #expect(
            (1...30).allSatisfy { bench.due(ComplaintNumber("C\($0)")) == after },
            "S137: each is calculated again, with no message about it")
        #expect(try bench.alerts("redress.alert.warned.v1").isEmpty, "and nothing is said twice or too early")

        // Nothing has changed, so nothing is woken.
        bench.restart(corrected)
        bench.run(steps: 3)
        #expect((1...30).allSatisfy { bench.due(ComplaintNumber("C\($0)")) == after })
    }

    private func edited(_ file: String, _ old: String, _ new: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: MonitorBench.china, to: folder)
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let parts = text.components(separatedBy: "year: 2026")
        try #require(parts.count == 2 && parts[1].contains(old))
        try (parts[0] + "year: 2026" + parts[1].replacing(old, with: new)).write(to: url, atomically: true, encoding: .utf8)
        return folder
    }

    private func discard(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Issue.record(error, "the temporary folder stays behind")
        }
    }
}
