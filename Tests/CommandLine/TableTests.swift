import CommandLine
import Testing

@Suite struct TableTests {
    private static let table: TextTable = {
        var table = TextTable(["time", "what happened", "days", "details"], alignments: [.left, .left, .right])
        table.add(["2026-04-01", "registered", "1", "nature ordinary, channel hotline, province CN-JS, category billing, duties explain"])
        table.add(["2026-04-02", "派单", "12", "工单号 W20260401000001,处理单位市场部,优先级三,首问单位十号服务热线中心,渠道热线"])
        table.add([
            "2026-04-03", "refused", "3", "because https://redress.example/contracts/schemas/redress.work-order.command-rejected.v1.json",
        ])
        return table
    }()

    @Test(arguments: [60, 72, 80, 100, 120])
    func aTableFitsTheTerminalAndLosesNothing(width: Int) {
        let text = Self.table.render(width: width)
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        func letters(_ text: String) -> [Character: Int] { text.reduce(into: [:]) { if !$1.isWhitespace { $0[$1, default: 0] += 1 } } }
        #expect(letters(text) == letters(Self.table.render()))
        #expect(text.split(separator: "\n").count > 4, "cells go on below")
    }

    @Test func aRowGoesOnInItsOwnColumn() {
        var table = TextTable(["name", "value"])
        table.add(["because", "the customer was told twice and is not content"])
        table.add(["by", "10086"])
        #expect(
            table.render(width: 30) == """
                name     value
                because  the customer was told
                         twice and is not
                         content
                by       10086

                """)
    }

    @Test func chineseCellsBreakBetweenCharactersAndLineUp() {
        var table = TextTable(["单位", "说明", "数"], alignments: [.left, .left, .right])
        table.add(["市场部", "客户对账单有异议,已经核实并退费", "7"])
        let lines = table.render(width: 24).split(separator: "\n").map(String.init)
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 24 })
        #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix("        ") })
    }

    @Test func figuresAreNeverBroken() {
        var table = TextTable(["complaint", "count"], alignments: [.left, .right])
        table.add(["C20260401000001 and what followed from it", "1234567"])
        #expect(table.render(width: 20).contains("1234567"))
    }

    @Test func aProgramReadsOneLineARow() {
        #expect(Terminal(isTerminal: false, columns: 0, environment: [:]).tableWidth == nil)
        #expect(Terminal(isTerminal: true, columns: 100, environment: [:]).tableWidth == 100)
        #expect(Terminal(isTerminal: false, columns: 100, environment: ["COLUMNS": "100"]).tableWidth == 100)
        #expect(Self.table.render().split(separator: "\n").count == 4)
    }

    @Test func theHeadIsSetApartWithoutMovingAnything() {
        var table = TextTable(["a", "b"])
        table.add(["1", "2"])
        #expect(table.render { "<\($0)>" } == "<a  b>\n1  2\n")
    }
}
