import Domain
import Foundation
import Testing

@testable import OperatorService

/// What spreadsheets and old programs add to comma-separated text.
@Suite struct CSVDialectTests {
    private func read(_ text: String, separator: Character? = nil) throws -> (rows: [ImportedRow], faults: [RowFault]) {
        var reader = try CSVReader(Data(text.utf8), separator: separator)
        var rows: [ImportedRow] = []
        var faults: [RowFault] = []
        while true {
            do throws(RowFault) {
                guard let row = try reader.next() else { return (rows, faults) }
                rows.append(row)
            } catch {
                faults.append(error)
            }
        }
    }

    @Test(arguments: ["=\"0138\"", "\"=\"\"0138\"\"\"", "'0138", " '0138", "0138\t", "\t0138 "])
    func aNumberInDressIsTheNumber(_ cell: String) throws {
        let (rows, faults) = try read("line,city\n\(cell),成都\n")
        #expect(faults.isEmpty)
        #expect(rows.map { $0["line"]?.trimmed } == ["0138"])
        #expect(rows.map { $0["city"] } == ["成都"])
    }

    @Test(arguments: ["'tis", "''", "'", "=A1", "=\"a\"\"b\""])
    func whatIsNoNumberInDressStaysAsItIs(_ text: String) {
        #expect(SpreadsheetText.unwrapped(text) == text)
    }

    @Test(arguments: ["sep=;\r\nline;city\r\n1;成都\r\n", "\u{FEFF}\"sep=;\"\nline;city\n1;成都\n", "SEP=;\nline;city\n1;成都"])
    func theLineThatNamesTheSeparatorIsUnderstood(_ text: String) throws {
        let (rows, faults) = try read(text)
        #expect(faults.isEmpty)
        #expect(rows == [ImportedRow(line: 3, cells: ["line": "1", "city": "成都"])])
    }

    @Test func theMappingAndTheFileMustNameTheSameSeparator() {
        #expect(throws: RowFault.self) { try read("sep=;\nline;city\n", separator: ",") }
        #expect(throws: Never.self) { try read("sep=;\nline;city\n", separator: ";") }
    }

    @Test func columnsWithoutANameAtTheEndAndEmptyRowsAreNothing() throws {
        let (rows, faults) = try read("line,city,,,\n1,成都,,,\n,,,,,,,\n , ,\n2,西安\n3,武汉,\n")
        #expect(faults.isEmpty)
        #expect(rows.map { $0["city"] } == ["成都", "西安", "武汉"])
        #expect(rows.map(\.line) == [2, 5, 6])
    }

    @Test(arguments: [
        ("line,city\n1,成都,x\n", 2, "column 3", "has a value but no name in the first line"),
        ("line,city,,\n1,成都,,x\n", 2, "column 4", "has a value but no name in the first line"),
        ("line,city,date\n1,成都\n", 2, "", "has 2 cells, fewer than the first line"),
        ("line,city\n1,成\u{1A}都\n", 2, "column 2", "has a Ctrl-Z, the mark of a file's end, with more behind it"),
    ])
    func aRowOfAnotherShapeIsRefusedInTrueWords(_ text: String, _ line: Int, _ field: String, _ problem: String) throws {
        let (rows, faults) = try read(text)
        #expect(rows.isEmpty)
        #expect(faults.map(\.line) == [line])
        #expect(faults.map(\.fault.field) == [field])
        #expect(faults.map(\.fault.problem) == [problem])
    }

    @Test(arguments: [
        ("line,city,line\n", "column 3", "has the same name as column 1: \"line\""),
        ("line, line\n", "column 2", "has the same name as column 1: \"line\""),
        ("line,,city\n", "column 2", "has no name, and columns with names follow it"),
    ])
    func aFirstLineThatCannotBeReadByItsNamesIsRefused(_ text: String, _ field: String, _ problem: String) throws {
        let fault = try #require(throws: RowFault.self) { try read(text) }
        #expect(fault.fault.field == field)
        #expect(fault.fault.problem == problem)
    }

    @Test(arguments: ["line,city\n1,成都\n\u{1A}", "line,city\r\n1,成都\r\n\u{1A}\u{1A}", "line,city\n1,成都\u{1A}"])
    func aCtrlZAtTheEndIsTheEnd(_ text: String) throws {
        let (rows, faults) = try read(text)
        #expect(faults.isEmpty)
        #expect(rows.map { $0["city"] } == ["成都"])
    }

    @Test func theFirstLineAgainIsRefusedByItsNumberAndTheRowsGo() throws {
        let month = "\u{FEFF}line,city\n1,成都\n"
        let (rows, faults) = try read(month + month + "line,city,\n2,西安\n")
        #expect(rows.map(\.line) == [2, 4, 6])
        #expect(rows.map { $0["line"] } == ["1", "1", "2"])
        #expect(
            faults.map(\.description) == [
                "line 3: it is a byte order mark and the first line again, as where files were put together; "
                    + "expected the names of the columns in the first line only",
                "line 5: it is the first line again, as where files were put together; "
                    + "expected the names of the columns in the first line only",
            ])
    }

    @Test func aByteOrderMarkBeforeARowIsPassedOver() throws {
        let (rows, faults) = try read("line,city\n1,成都\n\u{FEFF}2,西安\n")
        #expect(faults.isEmpty)
        #expect(rows.map { $0["line"] } == ["1", "2"])
    }

    @Test func belowTheNamesOfOtherColumnsNothingIsReadUnderTheOldOnes() throws {
        let (rows, faults) = try read("line,city\n1,成都\ncity,line\n武汉,2\n西安,3\nline,city\n4,广州\n")
        #expect(rows.map { $0["city"] } == ["成都", "广州"])
        #expect(faults.map(\.line) == [3, 4, 5, 6])
    }
}
