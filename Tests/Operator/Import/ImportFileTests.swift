import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct ImportFileTests {
    private func read(_ text: String, _ format: ImportFile.Format) throws -> (events: [ImportedEvent], faults: [RowFault]) {
        try Self.read(ImportFile(Data(text.utf8), format: format, mapping: nil, source: "/x", rebasedTo: nil))
    }

    private static func read(_ opened: ImportFile) -> (events: [ImportedEvent], faults: [RowFault]) {
        var file = opened
        var events: [ImportedEvent] = []
        var faults: [RowFault] = []
        while true {
            do throws(RowFault) {
                guard let event = try file.next() else { return (events, faults) }
                events.append(event)
            } catch {
                faults.append(error)
            }
        }
    }

    private static let data =
        #"{"line":"13800138000","channel":"hotline","province":"CN-SC","description":"无信号","receivedAt":"2026-04-01T09:00:00+08:00"}"#

    @Test func theShippedMappingTakesEveryRowOfTheShippedFile() throws {
        let text = try Data(contentsOf: ShippedFile.url("Ops/data/complaints-us-2015.csv"))
        let mapping = try ImportMapping(contentsOf: ShippedFile.url("Ops/data/complaints-us-2015.mapping.yaml"))
        let target = try #require(Instant("2026-04-01T00:00:00Z"))
        let (events, faults) = Self.read(
            try ImportFile(text, format: .csv, mapping: mapping, source: "", rebasedTo: target))
        #expect(faults.isEmpty)
        #expect(events.count == 1112)
        #expect(Set(events.map(\.key)).count == 1112)
        #expect(events.contains { $0.key == "comcas" })
        for event in events {
            let time = try #require(event.event.time)
            #expect(time <= target && time > target.adding(.days(-366)))
        }
    }

    @Test func columnsOfTheWiresNamesNeedNoMapping() throws {
        let (events, faults) = try read(
            "id,line,channel,province,description,receivedAt,flags\na,13800138000,hotline,CN-SC,slow,2026-04-01T09:00:00+08:00,roaming\n",
            .csv)
        #expect(faults.isEmpty)
        #expect(events.map { $0.event.id.hasPrefix("a-") } == [true])
        #expect(events.map { String(decoding: $0.event.data, as: UTF8.self).contains(#""flags":["roaming"]"#) } == [true])
    }

    @Test func aColumnThatIsNoFieldIsRefused() throws {
        #expect(throws: RowFault.self) { try read("line,chanel\n", .csv) }
    }

    @Test func aLineIsTheDataOfAnEvent() throws {
        let (events, faults) = try read("\n\(Self.data)\n", .jsonl)
        #expect(faults.isEmpty)
        #expect(events.map(\.line) == [2])
        #expect(try read(Self.data, .jsonl).events.first?.event.id == events.first?.event.id)
    }

    @Test func aLineMayBeAWholeEventAndKeepsItsIdentity() throws {
        let whole =
            #"{"specversion":"1.0","id":"h-1","source":"/gateway/hall","type":"redress.intake.urged.v1","data":{"line":"13800138000","channel":"hotline"}}"#
        let events = try read(whole, .jsonl).events
        #expect(events.map(\.event.id) == ["h-1"])
        #expect(events.map(\.event.source) == ["/gateway/hall"])
        #expect(events.map(\.event.type) == ["redress.intake.urged.v1"])
    }

    @Test func aBadLineIsRefusedAndTheRestIsRead() throws {
        let (events, faults) = try read("not json\n[1]\n\(Self.data)\n{\"line\":\"1\"}\n", .jsonl)
        #expect(events.map(\.line) == [3])
        #expect(faults.map(\.line) == [1, 2, 4])
        #expect(faults.last?.fault.problem == "is too short")
    }
}
