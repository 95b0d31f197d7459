import Testing

@testable import Domain

/// What is said of each intake event holds, and its fields are named once.
@Suite struct IntakeDescriptionTests {
    @Test(arguments: IntakeType.allCases)
    func everyDescriptionRunsToItsEnd(type: IntakeType) {
        var list = IntakeFieldList()
        #expect(throws: Never.self) { try type.read(on: .unreadable, from: &list) }
        #expect(list.fields == type.fields)
        #expect(Set(list.fields.map(\.name)).count == list.fields.count, "a field is named twice")
        #expect(list.fields.allSatisfy { !$0.field.help.isEmpty })
        #expect(type.about.text.hasSuffix(".") && !type.about.title.hasSuffix("."))
        #expect(Set(type.about.example.keys).isSubset(of: type.fields.map(\.name)), "the example has a field that the type has not")
    }

    @Test func eachTypeHasItsOwnFieldsAndRequiresThemselves() {
        func required(_ type: IntakeType) -> [String] { type.fields.filter(\.field.isRequired).map(\.name) }
        #expect(required(.submitted) == ["channel", "province", "receivedAt"])
        #expect(required(.appealed) == ["channel", "province", "receivedAt", "appeal"])
        #expect(required(.exposed) == ["channel", "exposure"])
        #expect(IntakeType.urged.fields.map(\.name) == ["complaint", "channel", "flags"])
        #expect(IntakeType.withdrawn.fields.map(\.name) == ["complaint"])
        #expect(
            IntakeType.feedbackGiven.fields.map(\.name) == [
                "complaint", "channel", "description", "dissatisfaction", "satisfaction", "resolved", "wantsReview", "otherProblems",
            ])
        let form = Set(IntakeType.supplemented.fields.map(\.name)).symmetricDifference(IntakeType.submitted.fields.map(\.name))
        #expect(form == ["complaint", "address", "postcode"])
    }

    @Test func whatTheCustomerSaysIsSealedAndNothingElse() {
        let personal = IntakeType.appealed.fields.filter { field in
            if case .personal(let form) = field.kind { form.isSealed } else { false }
        }
        #expect(personal.map(\.name) == PersonalField.allCases.map(\.rawValue))
    }

    @Test func anObjectIsListedWithItsOwnFields() {
        let exposure = IntakeType.exposed.fields.first { $0.name == "exposure" }
        guard case .object(let fields)? = exposure?.kind else {
            Issue.record("no object")
            return
        }
        #expect(fields.map(\.name) == ["medium", "effect", "reference"])
        #expect(fields.map(\.field.isRequired) == [true, false, false])
    }
}
