import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct JSONLinesTests {
    private static let mapping = ImportMapping(
        source: "/import/x", id: FieldRule(column: "No"), noValue: ["None", "无", "-"],
        fields: FieldTable([
            .line: FieldRule(column: "Phone"), .channel: FieldRule(constant: "hotline"), .province: FieldRule(constant: "CN-SC"),
            .description: FieldRule(template: RowTemplate("{{What}}|{{Where}}")), .demand: FieldRule(column: "Demand"),
            .receivedAt: FieldRule(constant: "2026-11-27T09:00:00+08:00"), .disputedAmount: FieldRule(column: "Sum"),
        ]))

    private func read(_ text: String, mapped: Bool = true) throws -> (events: [ImportedEvent], faults: [RowFault]) {
        var file = try ImportFile(
            Data(text.utf8), format: .jsonl, mapping: mapped ? Self.mapping : nil, source: "/x", rebasedTo: nil)
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

    @Test(arguments: [
        "1.39E+10", "1.39001e10", "13900140099.0", "13900140099.5", "12345678901234567890123456789012345678901", "-13900140099",
    ])
    func aNumberThatIsNotWrittenOutIsNobodysLine(_ number: String) throws {
        let (events, faults) = try read(#"{"No":1,"Phone":\#(number),"What":"x"}"#)
        #expect(events.isEmpty)
        #expect(faults.count == 1)
    }

    @Test func aWholeNumberIsTheLineAsItIsWritten() throws {
        let (events, faults) = try read(#"{"No":4,"Phone":13900140099,"What":"x","Sum":10.50}"#)
        #expect(faults.isEmpty)
        #expect(events.map(\.key) == ["13900140099"])
        #expect(events.map { String(decoding: $0.event.data, as: UTF8.self).contains(#""minorUnits":1050"#) } == [true])
    }

    @Test func wordsForNothingAreNoValueInAnyCell() throws {
        let (events, _) = try read(#"{"No":4,"Phone":13900140099,"What":"无","Where":"none","Demand":" NONE "}"#)
        let data = events.map { String(decoding: $0.event.data, as: UTF8.self) }
        #expect(data.map { $0.contains(#""description":"|""#) } == [true])
        #expect(data.map { $0.contains("demand") } == [false])
    }

    @Test func aByteOrderMarkBeforeALineIsPassedOver() throws {
        let line = #"{"line":"13900160099","channel":"hotline","province":"CN-SC","receivedAt":"2026-11-27T09:00:0\#("1")+08:00"}"#
        let other = line.replacing("0099", with: "0098")
        let (events, faults) = try read("\u{FEFF}\(line)\n\u{FEFF}\(other)\n", mapped: false)
        #expect(faults.isEmpty)
        #expect(events.map(\.key) == ["13900160099", "13900160098"])
    }

    @Test(arguments: [
        (#"{"No":1,"Phone":"1""What":2}"#, "is not JSON at character 20"),
        (#"{"No":1,"客户":nul}"#, "is not JSON at character 17"),
        (#"{"No":1,"What":"\ud83d"}"#, "is not JSON at character 17"),
        ("[", "is a list, or begins one"), ("[{\"No\":1}]", "is a list, or begins one"), ("{", "ends before the object does"),
        ("{\"No\":1,", "ends before the object does"), ("\"x\"", "is JSON but no object"),
    ])
    func brokenJSONIsRefusedWithItsPlace(_ text: String, _ problem: String) throws {
        let (_, faults) = try read("\n" + text + "\n")
        #expect(faults.map(\.line) == [2])
        #expect(faults.map { $0.fault.problem.hasPrefix(problem) } == [true])
    }

    @Test func aMemberThatStandsTwiceIsRefusedByName() throws {
        let (events, faults) = try read(#"{"No":1,"Phone":"13900140099","Phone":"13900140098"}"#)
        #expect(events.isEmpty)
        #expect(faults.map(\.fault.field) == ["Phone"])
    }
}
