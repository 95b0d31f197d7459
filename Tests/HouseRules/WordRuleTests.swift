import Testing

/// The house speaks plain modern English and the field's own words.
@Suite struct WordRuleTests {
    private func messages(_ text: String, in path: String) throws -> [String] {
        let file = SourceFile(path: path, text: text)
        return try WordRule.all.flatMap { try $0.violations(in: file) }.map(\.message)
    }

    @Test func nobodyHasToLookAWordUp() throws {
        let tree = try SourceTree.here.get()
        for rule in WordRule.all {
            for violation in try tree.files.flatMap(rule.violations(in:)) { Issue.record(Comment(rawValue: violation.description)) }
        }
    }

    @Test(arguments: [
        "/// The deadline is reckoned again.", "let reckoning = 1", "func findingsAreReckonedInOrder() {}", "print(\"obeyed\")",
    ])
    func anOldWordIsFoundInCommentsNamesAndMessages(line: String) throws {
        #expect(try messages("import Foundation\n\(line)\n", in: "Shared/Domain/SLA/Alarm.swift").count == 1)
    }

    @Test(arguments: ["ARCHITECTURE.md", "Ops/policies/china/clocks.yaml", "Ops/contracts/asyncapi.yaml", "Ops/upgrade-rehearsal"])
    func anOldWordIsFoundInDocumentsPoliciesAndScripts(path: String) throws {
        #expect(try messages("# A clock starts anew.\n", in: path).count == 1)
    }

    @Test func whatIsOnlyAnOldNameMayStandInASentence() throws {
        #expect(try messages("// A gateway may forget the key; we tell it.\n", in: "Shared/Runtime/Worker/Round.swift").isEmpty)
        #expect(try messages("func forget() { tell(1) }\n", in: "Shared/Runtime/Worker/Round.swift").count == 2)
    }

    @Test func whatHasGoneOutStays() throws {
        #expect(try messages("public let reckonedBy: PolicyVersion\n", in: "Shared/Domain/SLA/ClockExplanation.swift").isEmpty)
        #expect(try messages("-- Timers are set anew.\n", in: "Ops/migrations/sla_monitor/102_risks.sql").isEmpty)
        #expect(try messages("case tellCustomer(satisfied: Bool?)\n", in: "Shared/Domain/Dispatch/WorkOrderCommand.swift").isEmpty)
    }
}
