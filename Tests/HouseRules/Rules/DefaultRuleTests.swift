import Testing

/// The rule about `default:` bites, and leaves alone what is no enum of ours.
@Suite struct DefaultRuleTests {
    private static let declaration = SourceFile(
        path: "Shared/A/Stage.swift",
        text:
            "enum Stage {\n    case open(at: Int, by: [String])\n    case held, closed\n    case `default`\n    var isOpen: Bool { true }\n}\n"
    )

    private func lines(_ code: String) throws -> [Int?] {
        try DefaultRule(sources: [Self.declaration]).violations(in: SourceFile(path: "Shared/A/B.swift", text: code)).map(\.line)
    }

    @Test func theCasesOfAnEnumAreRead() throws {
        #expect(
            try EnumDeclaration.all(in: Self.declaration.code)
                == [EnumDeclaration(name: "Stage", cases: ["open", "held", "closed", "default"])])
    }

    @Test(arguments: [
        "switch stage {\ncase .open: 1\ndefault: 2\n}\n",
        "switch stage {\ncase .open(let at, _) where at > 1,\n    .held: 1\ndefault: 2\n}\n",
        "switch stage {\ncase .open?:\n    if true { g() }\n    default: 2\n}\n",
        "switch file.stage {\ncase .closed: [a, .other]\ndefault: []\n}\n",
    ])
    func aDefaultOverAnEnumOfOursIsFound(code: String) throws {
        #expect(try lines("\n" + code) == [2])
    }

    @Test(arguments: [
        "switch stage {\ncase .open: 1\ncase .held, .closed, .default: 2\n}\n", "switch text {\ncase \"open\": 1\ndefault: 2\n}\n",
        "switch error {\ncase .keyNotFound: 1\ndefault: 2\n}\n", "switch stage {\ncase .open: counts[key, default: 0] += 1\n}\n",
    ])
    func anythingElseMayHaveOne(code: String) throws {
        #expect(try lines(code) == [])
    }
}
