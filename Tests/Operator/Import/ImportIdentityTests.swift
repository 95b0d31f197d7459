import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

/// That a row is one event whichever way its file comes in, and two rows are never one.
@Suite struct ImportIdentityTests {
    private static let header = "id,line,channel,province,customer,description,receivedAt\n"

    private static func row(_ id: Int, _ line: String, month: Int) -> String {
        "\(id),\(line),hotline,CN-SC,客户\(id),第\(id)件,2026-\(month)-20T09:00:00+08:00\n"
    }

    private static let october = (1...6).map { row($0, "1390000010\($0)", month: 10) }
    private static let november = (1...6).map { row($0, "1390000020\($0)", month: 11) }

    private func read(_ text: String, _ format: ImportFile.Format = .csv, mapping: ImportMapping? = nil) throws -> (
        ids: [String], faults: [RowFault]
    ) {
        var file = try ImportFile(Data(text.utf8), format: format, mapping: mapping, source: "/x", rebasedTo: nil)
        var ids: [String] = []
        var faults: [RowFault] = []
        while true {
            do throws(RowFault) {
                guard let event = try file.next() else { return (ids, faults) }
                ids.append(event.event.id)
            } catch {
                faults.append(error)
            }
        }
    }

    @Test func rowsOfTwoFilesThatAreNumberedFromOneAreTwelveEvents() throws {
        let ids = try read(Self.header + Self.october.joined()).ids + read(Self.header + Self.november.joined()).ids
        #expect(Set(ids).count == 12)
    }

    @Test func theSameFileTwiceOrInAnotherOrderIsTheSameEvents() throws {
        let once = try read(Self.header + Self.october.joined()).ids
        #expect(try read(Self.header + Self.october.joined()).ids == once)
        #expect(try Set(read(Self.header + Self.october.reversed().joined()).ids) == Set(once))
    }

    @Test func aCorrectedFileAddsItsCorrectedRowsAlone() throws {
        let wrong = "7,not a number,hotline,CN-SC,客户7,第7件,2026-10-20T09:00:00+08:00\n"
        let first = try read(Self.header + Self.october.joined() + wrong)
        let second = try read(Self.header + Self.october.joined() + Self.row(7, "13900000107", month: 10))
        #expect(first.faults.count == 1)
        #expect(Set(second.ids).subtracting(first.ids).count == 1)
        #expect(Set(first.ids).isSubset(of: second.ids))
    }

    @Test func theSameIsTrueWithAMapping() throws {
        let mapping = ImportMapping(
            source: "/import/x", id: FieldRule(column: "No"),
            fields: FieldTable([
                .line: FieldRule(column: "Phone"), .channel: FieldRule(constant: "hotline"), .province: FieldRule(constant: "CN-SC"),
                .receivedAt: FieldRule(column: "When"),
            ]))
        let ids = try ["13900000101", "13900000102", "13900000103"].map { phone in
            try read("No,Phone,When,Status\n1,\(phone),2026-10-20T09:00:00+08:00,open\n", mapping: mapping).ids
        }
        #expect(Set(ids).count == 3)
        // A column that nothing is made of makes no other event of a ticket.
        #expect(try read("No,Phone,When,Status\n1,13900000101,2026-10-20T09:00:00+08:00,closed\n", mapping: mapping).ids == ids[0])
    }

    @Test func urgesInTheSameWordsAreOnePerFile() throws {
        let urge = "id,type,line,channel\n1,urged,13900000101,hotline\n"
        let other = "id,type,line,channel\n1,urged,13900000101,hotline\n2,urged,13900000102,hotline\n"
        #expect(try read(urge).ids == read(urge).ids)
        #expect(try !read(other).ids.contains(read(urge).ids[0]))
    }

    @Test func twoRowsThatSayTheSameAreRefusedAlikeInEveryFormat() throws {
        let json = #"{"line":"13900000101","channel":"hotline","province":"CN-SC","receivedAt":"2026-10-20T09:00:00+08:00"}"#
        let csv =
            "line,channel,province,receivedAt\n" + String(repeating: "13900000101,hotline,CN-SC,2026-10-20T09:00:00+08:00\n", count: 2)
        let ofLines = try read("\(json)\n  \(json) \n", .jsonl)
        let ofCells = try read(csv)
        #expect(ofLines.ids.count == 1)
        #expect(ofCells.ids.count == 1)
        #expect(ofLines.faults.map(\.fault.problem) == ["says the same as line 1"])
        #expect(ofCells.faults.map(\.fault.problem) == ["says the same as line 2"])
        #expect(ofLines.faults.map(\.fault.expected) == ofCells.faults.map(\.fault.expected))
    }

    @Test func oneIdForTwoRowsOfAFileIsRefused() throws {
        let (ids, faults) = try read(Self.header + Self.row(1, "13900000101", month: 10) + Self.row(1, "13900000102", month: 10))
        #expect(ids.count == 1)
        #expect(faults.map(\.description) == ["line 3: id is that of line 2; expected an id for each row"])
    }

    @Test func oneIdForTwoLinesOfAFileIsRefusedAndOfTwoFilesIsTwoEvents() throws {
        func line(_ phone: String) -> String {
            #"{"id":"1","line":"\#(phone)","channel":"hotline","province":"CN-SC","receivedAt":"2026-10-20T09:00:00+08:00"}"#
        }
        // Given: two lines of one id, in one file and in two.
        let (ids, faults) = try read(line("13900000101") + "\n" + line("13900000102"), .jsonl)
        let other = try read(line("13900000102"), .jsonl)
        // Then: the second of the file is refused as a row would be; in another file it is an event of its own.
        #expect(faults.map(\.description) == ["line 2: id is that of line 1; expected an id for each row"])
        #expect(ids.allSatisfy { $0.hasPrefix("1-") } && ids.count == 1)
        #expect(other.faults.isEmpty && Set(ids + other.ids).count == 2)
    }

    @Test func oneIdForTwoWholeEventsIsRefused() throws {
        func event(_ line: String) -> String {
            #"{"specversion":"1.0","id":"h-1","source":"/g","type":"redress.intake.urged.v1","data":{"line":"\#(line)","channel":"hotline"}}"#
        }
        #expect(try read(event("13900000101") + "\n" + event("13900000102"), .jsonl).faults.map(\.fault.field) == ["id"])
        #expect(
            try read(event("13900000101") + "\n" + event("13900000101"), .jsonl).faults.map(\.fault.problem) == ["says the same as line 1"])
    }
}
