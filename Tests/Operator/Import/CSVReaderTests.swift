import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [ImportedRow] {
        var reader = try CSVReader(Data(text.utf8))
        var rows: [ImportedRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    private func refusal(_ text: String) -> RowFault? {
        do {
            _ = try rows(text)
            return nil
        } catch {
            return error as? RowFault
        }
    }

    @Test func cellsAreFoundByTheNamesOfTheFirstLine() throws {
        let found = try rows("line,city\r\n13800138000,成都\r\n13900139000,Wuhan\r\n")
        #expect(found.map { $0["city"] } == ["成都", "Wuhan"])
        #expect(found.map(\.line) == [2, 3])
    }

    @Test func aQuotedFieldHoldsCommasQuotesAndLineEnds() throws {
        let found = try rows("line,words\n1,\"he said \"\"no\"\",\r\ntwice\"\n2,\"\"\n")
        #expect(found.map { $0["words"] } == ["he said \"no\",\r\ntwice", ""])
        #expect(found.map(\.line) == [2, 4])
    }

    @Test func aByteOrderMarkAndEmptyLinesArePassedOver() throws {
        var reader = try CSVReader(Data([0xEF, 0xBB, 0xBF] + Array("line\n\n1\r\r2".utf8)))
        #expect(reader.columns == ["line"])
        #expect(try reader.next()?["line"] == "1")
        #expect(try reader.next()?["line"] == "2")
        #expect(try reader.next() == nil)
    }

    @Test func theLastLineNeedsNoEnd() throws {
        #expect(try rows("a,b\n1,").map { $0["b"] } == [""])
    }

    @Test(arguments: [
        ("a,b\n1,\"x\"y\n", 2, "column 2", "continues after its closing quote"),
        ("a,b\n1,x\"y\n", 2, "column 2", "has a quote but does not begin with one"),
        ("a,b\n1,\"x\n", 2, "column 2", "opens a quote and never closes it"),
        ("a,b\n1,2\n1\n", 3, "", "has 1 cell, fewer than the first line"),
        ("a,a\n", 1, "column 2", "has the same name as column 1: \"a\""),
        ("", 1, "", "is empty"),
    ])
    func whatTheRFCDoesNotAllowIsRefusedWithItsLine(_ text: String, _ line: Int, _ field: String, _ problem: String) throws {
        let fault = try #require(refusal(text))
        #expect(fault.line == line)
        #expect(fault.fault.field == field)
        #expect(fault.fault.problem == problem)
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        var reader = try CSVReader(Data(Array("a,b\n1,".utf8) + [0xFF] + Array("\n2,3\n".utf8)))
        #expect(throws: RowFault.self) { try reader.next() }
        #expect(try reader.next()?["a"] == "2")
    }

    @Test func afterAFaultReadingGoesOnWithTheNextLine() throws {
        var reader = try CSVReader(Data("a,b\n1,\"open\n2,3\n".utf8))
        #expect(throws: RowFault.self) { try reader.next() }
        let row = try #require(try reader.next())
        #expect(row == ImportedRow(line: 3, cells: ["a": "2", "b": "3"]))
    }
}
