import Foundation
import Testing

/// Adding a command touches few files: what would change with each that exists is counted over the tree.
@Suite struct TouchRuleTests {
    private static let description = SourceFile(
        path: "Shared/Domain/DoorCommand.swift",
        text: """
            enum DoorCommand {
                case open
                case shutTight(by: String)
                enum Name: String, CommandName {
                    case open
                    case shutTight = "shut-tight"
                    static let subject = "door"
                }
            }
            """)
    private static let other = SourceFile(path: "Shared/Domain/Stage.swift", text: "enum Stage {\n    case open\n}\nlet x = Stage.open\n")

    private func paths(_ texts: String...) throws -> [[String]] {
        let files = texts.enumerated().map { SourceFile(path: "Shared/\($0.offset).swift", text: $0.element) }
        return try TouchRule(sources: files + [Self.description, Self.other]).touches().map(\.paths)
    }

    @Test func aFileThatNamesACommandIsCounted() throws {
        let own = Self.description.path
        #expect(try paths("") == [[own], [own]])
        #expect(try paths("if case .shutTight = x {}\n")[1] == ["Shared/0.swift", own])
        #expect(try paths(#"let t = "redress.door.open.v1""#)[0] == ["Shared/0.swift", own])
        #expect(try paths("// .shutTight\nlet y = x.shutTight\n")[1] == [own], "neither a comment nor a property")
        #expect(try paths("let s: Stage = .open\n")[0] == [own], "another enum's case of that name")
        #expect(try paths("CommandMessage(.open)\n")[0] == ["Shared/0.swift", own])
    }

    @Test func aCommandInTooManyFilesIsFound() throws {
        let files = (0..<4).map { SourceFile(path: "Shared/\($0).swift", text: "f(.shutTight(by: a))\n") }
        #expect(try TouchRule(sources: files + [Self.description]).violations().count == 1)
        #expect(try TouchRule(sources: files.dropLast() + [Self.description]).violations().isEmpty)
    }

    /// `Ops/touch-count` prints the table.
    @Test func noCommandTouchesMoreThanFourFiles() throws {
        // The demo gives commands, as any desk does: it need not know a new one.
        let sources = try SourceTree.here.get().sources.filter { !$0.lies(in: ["Services/Operator/Demo"]) }
        let rule = try TouchRule(sources: sources)
        let touches = try rule.touches()
        #expect(touches.count > 30)
        for violation in try rule.violations() { Issue.record(Comment(rawValue: violation.description)) }
        guard ProcessInfo.processInfo.environment["REDRESS_TOUCH_COUNT"] != nil else { return }
        for touch in touches { print("\(touch.paths.count)  \(touch.type)  \(touch.paths.joined(separator: " "))") }
    }
}
