import CommandLine
import Seeded
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("投诉", 4), ("申诉a", 5), ("e\u{301}", 1), ("한국", 4), ("ｶﾅ", 2), ("１２", 4), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤️", 2),
        ("→", 1), ("a\u{200B}b", 2), ("，", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ])
    func aTextIsAsWideAsATerminalShowsIt(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func columnsLineUpWithChineseTextInThem() {
        var table = TextTable(["unit", "open", "note"], alignments: [.left, .right])
        table.add(["网络部", "7", "line\nbreak"])
        table.add(["billing", "1200"])
        #expect(
            table.render() == """
                unit     open  note
                网络部      7  line break
                billing  1200

                """)
    }

    @Test(arguments: [
        ("250ms", Duration.milliseconds(250)), ("30s", .seconds(30)), ("1h30m", .seconds(5400)), ("7d", .seconds(604_800)), ("0", .zero),
        ("1m500ms", .milliseconds(60_500)),
    ])
    func spansOfTimeAreReadAndWritten(text: String, duration: Duration) {
        #expect(DurationText.parse(text) == duration)
        #expect(DurationText.format(duration) == text)
    }

    @Test(arguments: ["", "5", "s", "-1s", "1.5h", "1s1h", "1s1s", "1x", "9999999999999d", "١s", "+1s", "1e3s", " 1s"])
    func whatIsNoSpanOfTimeIsRefused(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func whatIsWrittenOfASpanIsReadBack() {
        var random = SplitMix64(seed: 26)
        for _ in 0..<2_000 {
            let duration = Duration.milliseconds(Int64(random.next() >> UInt64(2 + random.below(60))))
            #expect(DurationText.parse(DurationText.format(duration)) == duration)
        }
    }

    @Test func coloursAreForTerminalsOnlyAndNotWhereNobodyWantsThem() {
        let plain = Terminal(isTerminal: false, columns: 0, environment: [:])
        #expect(plain.styled("late", .red) == "late")
        #expect(plain.width == 80)
        #expect(Terminal(isTerminal: true, columns: 120, environment: ["NO_COLOR": "1"]).styled("late", .red) == "late")
        #expect(Terminal(isTerminal: true, columns: 120, environment: ["NO_COLOR": ""]).styled("late", .red) == "\u{1B}[31mlate\u{1B}[0m")
    }

    @Test func progressIsALineNowAndThenOffATerminal() {
        var lines: [String] = []
        let pipe = Terminal(isTerminal: false, columns: 80, environment: [:])
        var bar = ProgressBar("replay", total: 1000, terminal: pipe, stepPercent: 25) { lines.append($0) }
        for _ in 0..<1000 { bar.advance() }
        bar.finish()
        #expect(lines.map { $0.split(separator: " ")[1] } == ["0", "25", "50", "75", "100"])
        #expect(lines.last == "replay: 100 % (1000 of 1000)\n")
    }

    @Test func progressOnATerminalIsRedrawnOncePerPercentAndFits() {
        var drawn: [String] = []
        let narrow = Terminal(isTerminal: true, columns: 60, environment: [:])
        var bar = ProgressBar("重放", total: 5000, terminal: narrow) { drawn.append($0) }
        for _ in 0..<5000 { bar.advance() }
        bar.finish()
        #expect(drawn.count == 102)
        #expect(drawn.last == "\n")
        #expect(drawn.dropLast().allSatisfy { $0.hasPrefix("\r重放") && DisplayWidth.of($0.dropFirst().dropLast(3)) <= 60 })
    }

    @Test func theAnswersOfAProcessHaveTheNamesOfSysexits() {
        #expect(ExitCode.usage.rawValue == 64)
        #expect(ExitCode.allCases.compactMap(\.sysexitsName).count == ExitCode.allCases.count - 1)
    }
}
