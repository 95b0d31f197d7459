internal import Domain

/// The `appeal` object of an intake event, with its JSON types right and its values not yet judged.
struct RawAppeal {
    private let texts: [String: String]
    private let truths: [String: Bool]
    private let forums: [String]

    private static let textNames = [
        "body", "caseNumber", "date", "respondent", "respondentAddress", "respondentProvince", "interest", "target", "complainedOn",
        "answeredOn", "arisenOn", "settlement", "otherLaw", "acceptedOn",
    ]

    /// - Throws: a `Fault` at the first field of the wrong JSON type.
    init(_ fields: JSONFields) throws(Fault) {
        var texts: [String: String] = [:]
        for name in Self.textNames { texts[name] = try fields.string(name) }
        self.texts = texts
        var truths: [String: Bool] = [:]
        for name in ["aboutService", "isQuestion", "complainedFirst", "satisfied"] { truths[name] = try fields.boolean(name) }
        self.truths = truths
        forums = try fields.strings("before") ?? []
    }

    /// The contents of the written form that stand in the object, by their names as required fields (Order 35 art. 12).
    var given: Set<String> {
        var names: Set<String> = []
        for (field, name) in [("respondent", "respondent"), ("respondentAddress", "respondentAddress"), ("date", "appealDate")] {
            if let text = texts[field], !TextRule.isBlank(text) { names.insert(name) }
        }
        return names
    }

    /// - Throws: a `Fault` at the first value that is to be reported to the gateway.
    func checked() throws(Fault) -> Appeal {
        var appeal = Appeal()
        appeal.body = try text("body").map { AppealBody($0) }
        appeal.caseNumber = try text("caseNumber")
        appeal.date = try day("date")
        appeal.respondent = try text("respondent", TextRule(maximum: 200))
        _ = try text("respondentAddress", TextRule(maximum: 200))
        appeal.respondentProvince = try text("respondentProvince").map { Province($0) }
        appeal.interest = try word("interest")
        appeal.target = try word("target")
        appeal.aboutService = truths["aboutService"]
        appeal.isQuestion = truths["isQuestion"]
        appeal.complainedFirst = truths["complainedFirst"]
        appeal.complainedOn = try day("complainedOn")
        appeal.answeredOn = try day("answeredOn")
        appeal.satisfied = truths["satisfied"]
        appeal.arisenOn = try day("arisenOn")
        appeal.settlement = try word("settlement")
        if !forums.isEmpty {
            var known: [AppealForum] = []
            for (index, forum) in forums.enumerated() { known.append(try RawIntake.word(forum, "appeal.before[\(index)]")) }
            appeal.before = known
        }
        appeal.otherLaw = try text("otherLaw", TextRule(maximum: 200))
        appeal.acceptedOn = try day("acceptedOn")
        return appeal
    }

    private func text(_ name: String, _ rule: TextRule = .code) throws(Fault) -> String? {
        try RawIntake.optional(texts[name], "appeal." + name, rule)
    }

    private func day(_ name: String) throws(Fault) -> CivilDate? {
        guard let text = texts[name] else { return nil }
        guard let day = CivilDate(text) else {
            throw Fault(field: "data.appeal." + name, problem: "is not a day", expected: "a day such as 2026-09-30")
        }
        return day
    }

    private func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(Fault) -> Word? where Word.RawValue == String {
        guard let text = texts[name] else { return nil }
        return try RawIntake.word(text, "appeal." + name)
    }
}
