extension IntakeTransition {
    private var appeals: AppealPolicy { context.policy.appeals }

    /// An appeal from a regulators' desk (S128, S145, S183): assessed, and registered, or joined to the open complaint it is about.
    ///
    /// Under the number of a case that is known, it adds to what is still incomplete; else, told twice, it changes nothing and its sender is answered
    /// so.
    mutating func appeal(_ number: ComplaintNumber?, _ submission: Submission, _ appeal: Appeal) throws(Fault) -> [ComplaintEvent] {
        let channel = try context.policy.admit(submission, at: now)
        guard channel.level.value == .appeal else {
            throw Fault(field: "data.channel", problem: "is not a channel of appeals", expected: "a channel of the level appeal")
        }
        if let number, file.index(of: number) == nil {
            throw Fault(field: "data.complaint", problem: "is not known on this line", expected: "a complaint of this line")
        }
        let key = key(of: appeal, submission)
        if let index = file.complaints.lastIndex(where: { $0.holds(key) }) {
            guard case .awaitingInformation(var pending) = file.complaints[index].standing, pending.gains(from: submission) else {
                throw Self.known("data.appeal.caseNumber", of: file.complaints[index])
            }
            pending.appeal = pending.appeal?.supplemented(by: appeal)
            return try complete(index, pending, with: submission)
        }
        let record = record(of: appeal, submission, about: number, except: nil)
        let level = level(of: record)
        if let index = file.openComplaint(sameMatterAs: submission.category, level: level, scope: policy.urgeScope.value) {
            file.complaints[index].hold(key)
            let risen = levelFlags(of: submission, on: channel)
            return join(submission, to: index, by: record) + rise(index, to: channel.level.value, risen)
        }
        let contested = earlier(than: nil, number, submission).flatMap {
            level == .appeal && $0.isAnswered(to: submission.receivedAt) ? $0.number : nil
        }
        return open(submission, on: channel, from: origin, at: level, appeal: appeal, about: number, continuing: contested)
    }

    /// What is written of an appeal: by which body, what it is about, and how it stands to Order 35.
    func record(
        of appeal: Appeal, _ submission: Submission, about number: ComplaintNumber?, except own: ComplaintNumber?
    ) -> AppealRecord {
        let earlier = earlier(than: own, number, submission)
        let day = appeal.date ?? submission.receivedAt.day(at: policy.timeZone.value)
        var assessment: AppealAssessment?
        if appeals.assessedChannels.value.contains(submission.channel) {
            let level = own.flatMap(file.index(of:)).map { file.complaints[$0].level }
            assessment = appeals.assess(
                appeal,
                AppealFacts(
                    day: day, province: appeal.respondentProvince ?? submission.province, category: submission.category,
                    missing: level.map { form(of: appeal, submission, at: $0) }?.filter { !submission.brings($0) } ?? [],
                    hasClaim: submission.brings(.demand) && submission.brings(.description),
                    complainedOn: earlier.map { $0.receivedAt.day(at: policy.timeZone.value) },
                    answeredOn: earlier?.answeredAt.map { $0.day(at: policy.timeZone.value) },
                    appealedBefore: file.complaints.contains {
                        $0.number != own && $0.level == .appeal && $0.category == submission.category
                    }))
        }
        return AppealRecord(
            body: body(of: appeal, submission), caseNumber: appeal.caseNumber, appealedOn: day, acceptedOn: appeal.acceptedOn,
            complaint: earlier?.number, assessment: assessment,
            statement: assessment.map {
                appeals.statement(of: $0, in: submission.language ?? policy.defaultLanguage.value, called: context.policy.bodies)
            })
    }

    /// The fields an appeal must bring besides: those of the written form, unless its body has accepted it already (art. 12).
    func form(of appeal: Appeal?, _ submission: Submission, at level: ChannelLevel) -> [RequiredField] {
        guard let appeal, level == .appeal, appeal.acceptedOn == nil else { return [] }
        return appeals.assessedChannels.value.contains(submission.channel) ? appeals.form.value : []
    }

    /// Who should have complained first, and is not on the body's desk yet, has complained now (art. 13).
    private func level(of record: AppealRecord) -> ChannelLevel {
        guard appeals.complainFirst.value == .complaint, record.acceptedOn == nil, let assessment = record.assessment else {
            return .appeal
        }
        return switch assessment.outcome {
        case .complainFirst, .tooEarly: .provincial
        case .question, .incomplete, .otherVenue, .refused, .inquire, .admissible: .appeal
        }
    }

    func key(of appeal: Appeal, _ submission: Submission) -> AppealKey {
        AppealKey(body: body(of: appeal, submission), caseNumber: appeal.caseNumber)
    }

    func body(of appeal: Appeal, _ submission: Submission) -> AppealBody {
        if let body = appeal.body { return body }
        return submission.channel.rawValue == appeals.national.code.rawValue
            ? appeals.national.code : AppealBody(submission.province.rawValue)
    }

    /// The complaint to the operator that an appeal is about: the named one, else the line's first in the same category.
    private func earlier(than own: ComplaintNumber?, _ number: ComplaintNumber?, _ submission: Submission) -> FiledComplaint? {
        if let number, let index = file.index(of: number) { return file.complaints[index] }
        return file.complaints.first { complaint in
            if case .withdrawn = complaint.standing { return false }
            guard complaint.number != own, complaint.level != .appeal, complaint.receivedAt <= submission.receivedAt else { return false }
            return submission.category == nil || complaint.category == submission.category
        }
    }
}

/// Which appeal a complaint came by, so that the same one is known again.
public struct AppealKey: Hashable, Sendable {
    public let body: AppealBody
    /// `nil` where the body gave none; such an appeal is not known again.
    public let caseNumber: String?
}

extension FiledComplaint {
    /// How many appeals a complaint remembers, the latest.
    static let appealLimit = 8

    func holds(_ key: AppealKey) -> Bool { key.caseNumber != nil && (appeals ?? []).contains(key) }

    mutating func hold(_ key: AppealKey) {
        appeals = (appeals ?? []).suffix(Self.appealLimit - 1) + [key]
    }

    /// When the customer was told the answer; where nobody has said when, when it was closed with one (S015, S021).
    var answeredAt: Instant? {
        if let answer, answer.isUntold != true { return answer.toldAt }
        return switch standing {
        case .awaitingInformation, .open, .withdrawn: nil
        case .archived(let time), .settled(let time): time
        }
    }
}

extension AppealKey: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        body = try fields.required("body")
        caseNumber = try fields.optional("caseNumber")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("body", body)
        writer.write("caseNumber", caseNumber)
    }
}
