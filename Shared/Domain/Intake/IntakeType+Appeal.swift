/// The `appeal` of an intake event, which has Order 35's words for what an appeal says (art. 9–13).
extension IntakeType {
    /// - Parameter given: gains the contents of the written form that stand in the appeal, by their names as required fields (art. 12).
    func readAppeal<Fields: IntakeFields>(from fields: inout Fields, given: inout Set<String>) throws(Fault) -> Appeal {
        fields.turn = .appeal
        let field = CommandField(
            "appeal",
            "What the appeal says beyond what every complaint brings (Order 35 art. 9–13); an empty object where nothing is known.", "")
        let read = try fields.object(field) { (appeal: inout Fields) throws(Fault) in try Self.readAppeal(from: &appeal) }
        guard let read else { return try fields.lack(field, "what the appeal says, or an empty object", standIn: Appeal()) }
        if read.appeal.respondent != nil { given.insert("respondent") }
        if read.hasAddress { given.insert("respondentAddress") }
        if read.appeal.date != nil { given.insert("appealDate") }
        return read.appeal
    }

    private static func readAppeal<Fields: IntakeFields>(
        from fields: inout Fields
    ) throws(Fault) -> (appeal: Appeal, hasAddress: Bool) {
        var appeal = Appeal()
        appeal.body = try fields.optionalCode(
            "body", "The body that has the appeal: a province's by its ISO 3166-2 code, or the national one, miit.", "CN-JS"
        ).map { AppealBody($0) }
        appeal.caseNumber = try fields.optionalCode(
            "caseNumber", "The number the body gave it; by it the same appeal is known again.", "JS-2026-0301")
        appeal.date = try fields.optionalDay("date", "The appeal's own date (art. 12(4)).", "2026-03-18")
        appeal.respondent = try fields.optionalCode(
            "respondent", "The operator appealed against (art. 12(2)).", "中国电信江苏公司", .name)
        let address = try fields.optionalCode("respondentAddress", "Its address (art. 12(2)).", "南京市中央路", .name)
        appeal.respondentProvince = try fields.optionalCode(
            "respondentProvince", "Where it is; venue follows it (art. 9). The complaint's province where it is left out.", "CN-JS"
        ).map { Province($0) }
        appeal.interest = try fields.optionalChoice(
            "interest", "What the appellant has to do with the matter (art. 10(1)).", AppealInterest.own)
        appeal.target = try fields.optionalChoice(
            "target", "Whom it is against: the operator, or an agent it entrusted.", AppealTarget.operator)
        try readCourse(of: &appeal, from: &fields)
        return (appeal, address != nil)
    }

    private static func readCourse<Fields: IntakeFields>(of appeal: inout Appeal, from fields: inout Fields) throws(Fault) {
        appeal.complainedOn = try fields.optionalDay("complainedOn", "When the customer did.", "2026-03-02")
        appeal.answeredOn = try fields.optionalDay("answeredOn", "When the operator answered.")
        appeal.arisenOn = try fields.optionalDay("arisenOn", "When what the appeal is about happened (art. 11(1)).", "2026-02-20")
        appeal.settlement = try fields.optionalChoice(
            "settlement", "How far the two sides have settled the matter (art. 11(2)).", AppealSettlement.none)
        fields.turn = .endOfAppeal
        appeal.otherLaw = try fields.optionalCode(
            "otherLaw", "The law that takes the matter out of Order 35 (art. 11(6)).", "", .name)
        appeal.acceptedOn = try fields.optionalDay(
            "acceptedOn", "When the body accepted the appeal; the form is then asked for no more.")
        fields.turn = .appeal
        appeal.aboutService = try fields.optionalFlag("aboutService", "Whether it is about receiving a telecom service (art. 2).")
        appeal.isQuestion = try fields.optionalFlag("isQuestion", "A question about policy, no dispute (art. 13).", "false")
        appeal.complainedFirst = try fields.optionalFlag(
            "complainedFirst", "Whether the customer complained to the operator first (art. 10(4), 13).")
        appeal.satisfied = try fields.optionalFlag("satisfied", "Whether the answer satisfied.", "false")
        let before = try fields.choices(
            CommandField("before", "Who has accepted or handled the matter already (art. 11(3), (4)).", "", isRequired: false),
            AppealForum.self)
        if !before.isEmpty { appeal.before = before }
    }
}
