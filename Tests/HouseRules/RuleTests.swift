import Testing

/// Each rule bites: a bad snippet is found at its line, a good one is left alone.
@Suite struct RuleTests {
    private func lines(_ ban: Ban, _ code: String, in path: String) throws -> [Int?] {
        try ban.violations(in: SourceFile(path: path, text: code)).map(\.line)
    }

    @Test func domainMayImportFoundationAndNothingElse() throws {
        let file = SourceFile(path: "Shared/Domain/Compensation/Claim.swift", text: "import Foundation\npublic import Contracts\n")
        let violations = try LayerRule.violations(in: file)
        #expect(violations.map(\.line) == [2])
        #expect(violations.first?.message.contains("must not import Contracts") == true)
    }

    @Test func oneServiceMayNotImportAnother() throws {
        let file = SourceFile(path: "Services/Intake/Lane.swift", text: "import Runtime\n@testable import DispatchService\n")
        #expect(try LayerRule.violations(in: file).map(\.line) == [2])
    }

    @Test func runtimeMayNotImportAService() throws {
        let file = SourceFile(path: "Shared/Runtime/Worker.swift", text: "internal import struct IntakeService.Lane\n")
        #expect(try LayerRule.violations(in: file).map(\.line) == [1])
    }

    @Test func mainMayImportItsOwnServiceOnly() throws {
        let text = "import IntakeService\nimport Runtime\nimport NotificationService\n"
        let file = SourceFile(path: "Services/Intake/Main/main.swift", text: text)
        #expect(try LayerRule.violations(in: file).map(\.line) == [3])
    }

    @Test func aFolderOutsideTheLayersIsRefused() throws {
        #expect(try LayerRule.violations(in: SourceFile(path: "Shared/Helpers/Misc.swift", text: "")).count == 1)
    }

    @Test(arguments: ["let p: OpaquePointer", "unsafe f()", "x.withUnsafeBytes { _ in }", "let q: UnsafeMutableRawBufferPointer"])
    func aPointerStaysInItsWrapper(code: String) throws {
        #expect(try lines(.pointer, code, in: "Shared/Runtime/Worker.swift") == [1])
        #expect(try lines(.pointer, code, in: "Shared/Kafka/Handle.swift").isEmpty)
    }

    @Test func aWrapperShowsNoPointer() throws {
        let code = "public func handle() -> OpaquePointer\nfunc own() -> OpaquePointer\npublic func read(_ b: UnsafeRawBufferPointer)\n"
        #expect(try lines(.publicPointer, code, in: "Shared/Kafka/Handle.swift") == [1, 3])
    }

    @Test(arguments: ["Date()", "Date.now", "let at: Instant = .now", "ContinuousClock().now", "f(.now)", "\"\\(Date())\""])
    func domainHasNoClock(code: String) throws {
        #expect(try lines(.wallClock, code, in: "Shared/Domain/SLA/Alarm.swift") == [1])
        #expect(try lines(.wallClock, code, in: "Shared/Runtime/Clock.swift").isEmpty)
    }

    @Test func theTimeThatIsPassedInIsNoClock() throws {
        let code =
            "self.now = now\nlet due = context.now + limit\nlet at = self.context().now\n// Date() is for others\nlet s = \"Date()\"\n"
        #expect(try lines(.wallClock, code, in: "Shared/Domain/SLA/Alarm.swift").isEmpty)
    }

    @Test(arguments: ["UUID()", "Int.random(in: 0..<3)", "units.randomElement()", "units.shuffled()"])
    func domainLeavesNothingToChance(code: String) throws {
        #expect(try lines(.chance, code, in: "Shared/Domain/Routing/Route.swift") == [1])
    }

    @Test func domainWritesNoJSON() throws {
        #expect(try lines(.domainJSON, "let d = JSONDecoder()", in: "Shared/Domain/A.swift") == [1])
        #expect(try lines(.domainJSON, "extension Money: Codable {}", in: "Shared/Domain/A.swift").isEmpty)
    }

    @Test func domainLooksAtNothingAroundIt() throws {
        #expect(try lines(.surroundings, "let zone = TimeZone.current", in: "Shared/Domain/A.swift") == [1])
    }

    @Test(arguments: [
        "Thread.sleep(forTimeInterval: 1)", "try await Task.sleep(for: .seconds(1))", "usleep(10)", "sleep(1)", "nanosleep(a, b)",
    ])
    func nobodySleeps(code: String) throws {
        #expect(try lines(.sleep, code, in: "Tests/EndToEnd/Crash.swift") == [1])
        #expect(try lines(.sleep, code, in: "Shared/Runtime/Worker.swift") == [1])
    }

    @Test func aWaitThatCanBeWokenIsNoSleep() throws {
        let code = "func sleep(milliseconds: Int) {}\nwaker.sleep(milliseconds: deadline.remainingMilliseconds)\n"
        #expect(try lines(.sleep, code, in: "Shared/Kafka/KafkaWaker.swift").isEmpty)
    }

    @Test func nothingIsForced() throws {
        let code = """
            let a = try! f()
            let b = x as! Int
            let c = y!
            let d = z()!.count
            let e: Int!
            if a != b && !flag { print("Stop!") }
            """
        #expect(try lines(.forcedTry, code, in: "Shared/A/A.swift") == [1])
        #expect(try lines(.forcedCast, code, in: "Shared/A/A.swift") == [2])
        #expect(try lines(.forcedUnwrap, code, in: "Shared/A/A.swift") == [3, 4, 5])
    }

    @Test(arguments: [
        "guard parts.count == 2, let hour = Int(parts[0]) else { return nil }", "let year = Int(text), let month = Int(rest)",
        "if let speed = Double(word) {", "words.compactMap { Int($0) }", "text.flatMap(Int.init)", "let count = Int(text) ?? 0",
        "return known ? Double(fields[0]) : nil", "let amount = Decimal(string: text)",
    ])
    func aNumberInATextIsReadStrictly(code: String) throws {
        #expect(try lines(.laxNumber, code, in: "Shared/Domain/A.swift") == [1])
        #expect(try lines(.laxNumber, code, in: "Shared/Postgres/A.swift").isEmpty)
    }

    @Test func aConversionOfANumberIsNoReader() throws {
        let code = """
            let whole = Int64(part)
            guard let hour = Int(digits: parts[0]), let exact = Int(exactly: value) else { return nil }
            let counts = sizes.map { Int($0) }
            let text = words.compactMap { Int(digits: $0) }
            """
        #expect(try lines(.laxNumber, code, in: "Shared/Domain/A.swift").isEmpty)
    }

    @Test(arguments: [
        "log.info(\"answer \\(answer.ciphertext)\")", "print(\"\\(number): \\(event.personal.ciphertext)\")",
        "let text = \"a \\(b) c \\(key.ciphertext.prefix(4)) d\"", "throw Fault(field: \"\\(ciphertext)\")",
    ])
    func noCiphertextStandsAmongWords(code: String) throws {
        #expect(try lines(.printedCiphertext, code, in: "Services/Operator/A.swift") == [1])
    }

    @Test func ciphertextIsAskedForByFew() throws {
        let code = "store(words.ciphertext)\nstore(words)\nlet all = edited.map(\\.ciphertext)\nlet words = SealedText(ciphertext: text)\n"
        #expect(try lines(.ciphertext, code, in: "Services/Operator/A.swift") == [1, 3])
        #expect(try lines(.ciphertext, code, in: "Services/Operator/Show/Revealing.swift").isEmpty)
        #expect(try lines(.printedCiphertext, code + "f(\"\", g(x.ciphertext))\n", in: "Services/Operator/A.swift").isEmpty)
    }

    @Test func dataNeverTraps() throws {
        #expect(try lines(.trap, "default: fatalError(\"unknown\")", in: "Services/Intake/A.swift") == [1])
        #expect(try lines(.trap, "fatalError()", in: "Tests/Intake/A.swift").isEmpty)
    }

    @Test func anExemptionHoldsForItsFileAndIsRemovedWhenStale() throws {
        var ban = Ban.sleep
        ban.exemptions = [Ban.Exemption(path: "Shared/A/A.swift", reason: "a test of the test")]
        let sleeper = SourceFile(path: "Shared/A/A.swift", text: "usleep(1)")
        #expect(try ban.violations(in: sleeper).isEmpty)
        #expect(try ban.staleExemptions(in: SourceTree(files: [sleeper])).isEmpty)
        let awake = SourceFile(path: "Shared/A/A.swift", text: "wait()")
        #expect(try ban.staleExemptions(in: SourceTree(files: [awake])).count == 1)
    }

    @Test func aBanNamesFileLineAndRemedy() throws {
        let violation = try #require(try Ban.chance.violations(in: SourceFile(path: "Shared/Domain/A.swift", text: "\nUUID()")).first)
        #expect(violation.description.hasPrefix("Shared/Domain/A.swift:2: chance is banned here: take identities from"))
    }
}
