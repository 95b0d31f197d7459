import Moments
import Testing

@testable import Domain

/// What is said of each command holds, and its fields are named once.
@Suite struct CommandDescriptionTests {
    private func check<Name: CommandName>(_: Name.Type) throws {
        for name in Name.allCases {
            var list = CommandFieldList()
            #expect(throws: Never.self, "\(name)") { try Name.Command.read(name, from: &list) }
            #expect(list.fields == name.fields)
            #expect(Set(list.fields.map(\.name)).count == list.fields.count, "\(name) names a field twice")
            #expect(list.fields.allSatisfy { !$0.field.help.isEmpty && !$0.field.example.isEmpty })
            #expect(Name(type: name.type) == name)
            #expect(name.about.summary.hasSuffix(".") && !name.about.title.hasSuffix("."))
        }
        #expect(Name(type: "redress.\(Name.subject).forgive.v1") == nil)
        #expect(Name(type: "forgive") == nil)
    }

    @Test func everyDescriptionRunsToItsEnd() throws {
        try check(WorkOrderCommand.Name.self)
        try check(ClaimCommand.Name.self)
        try check(GatewayReport.Name.self)
    }

    @Test func aCommandIsReadFromItsOwnFieldsAndNoOthers() throws {
        var list = CommandFieldList()
        #expect(
            try WorkOrderCommand.read(.transfer, from: &list)
                == .transfer(to: "network-operations", reason: .words(.sample("基站故障,非资费问题"))))
        #expect(list.fields.map(\.name) == ["to", "reason"])
        #expect(list.fields.map(\.kind) == [.text(.unit), .text(.reason)])
        #expect(WorkOrderCommand.Name.recordFollowUp.fields.map(\.field.isRequired) == [true, false, false, false, false])
    }
}
