internal import Domain
internal import JSON

extension IntakeSubmission {
    /// Writes the `appeal` object; the respondent's address stands in it though it is no part of `Appeal`.
    func write(_ appeal: Appeal, to writer: inout JSONWriter) {
        writer.name("appeal")
        writer.beginObject()
        writer.member("body", appeal.body?.rawValue)
        writer.member("caseNumber", appeal.caseNumber)
        writer.member("date", appeal.date?.description)
        writer.member("respondent", appeal.respondent)
        writer.member("respondentAddress", respondentAddress)
        writer.member("respondentProvince", appeal.respondentProvince?.rawValue)
        writer.member("interest", appeal.interest?.rawValue)
        writer.member("target", appeal.target?.rawValue)
        writer.member("aboutService", appeal.aboutService)
        writer.member("isQuestion", appeal.isQuestion)
        writer.member("complainedFirst", appeal.complainedFirst)
        writer.member("complainedOn", appeal.complainedOn?.description)
        writer.member("answeredOn", appeal.answeredOn?.description)
        writer.member("satisfied", appeal.satisfied)
        writer.member("arisenOn", appeal.arisenOn?.description)
        writer.member("settlement", appeal.settlement?.rawValue)
        if let before = appeal.before {
            writer.name("before")
            writer.beginArray()
            for forum in before { writer.value(forum.rawValue) }
            writer.endArray()
        }
        writer.member("otherLaw", appeal.otherLaw)
        writer.member("acceptedOn", appeal.acceptedOn?.description)
        writer.endObject()
    }
}
