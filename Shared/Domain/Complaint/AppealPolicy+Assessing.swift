extension AppealPolicy {
    /// Holds an appeal against the rules.
    public func assess(_ appeal: Appeal, _ facts: AppealFacts) -> AppealAssessment {
        let venue = venue(of: facts.province)
        let right = right(to: appeal, facts)
        let lastDay = appeal.arisenOn.map { $0.adding(months: limit(for: facts.category)) }
        func verdict(_ point: AppealPoint) -> AppealFinding.Verdict {
            switch point {
            case .scope: holds(appeal.aboutService != false)
            case .agent: holds(appeal.target != .agent || right.isAsked)
            case .venue: holds((appeal.body ?? venue) == venue)
            case .writtenForm: holds(facts.missing.isEmpty)
            case .directInterest: appeal.interest.map { holds($0 != .none) } ?? .unknown
            case .definiteRespondent: holds(appeal.respondent != nil)
            case .specificClaim: holds(facts.hasClaim)
            case .complainedFirst: right.verdict
            case .inTime: holds(lastDay.map { facts.day <= $0 } ?? true)
            case .notSettled: holds(appeal.settlement != .carriedOut)
            case .notBeforeAppealBody: holds(!facts.appealedBefore && !has(appeal, [.appealBody]))
            case .notElsewhere: holds(!has(appeal, [.court, .arbitration, .consumerOrganisation, .agency]))
            case .noOtherLaw: holds(appeal.otherLaw == nil)
            }
        }
        let findings = AppealPoint.allCases.map { AppealFinding(point: $0, verdict: verdict($0)) }
        let failed = Set(findings.filter { $0.verdict == .failed }.map(\.point))
        let isUnknown = findings.contains { $0.verdict == .unknown }
        return AppealAssessment(
            outcome: outcome(of: appeal, failed: failed, isUnknown: isUnknown, right), findings: findings, venue: venue,
            mayAppealFrom: right.from, lastDay: lastDay)
    }

    /// The body of the respondent's province, else the national one (art. 9; S016, S017).
    func venue(of province: Province) -> AppealBody {
        provincesWithoutBody.value.contains(province) ? national.code : AppealBody(province.rawValue)
    }

    /// The first that holds, from what ends the matter at once to what only delays it.
    private func outcome(
        of appeal: Appeal, failed: Set<AppealPoint>, isUnknown: Bool, _ right: AppealRight
    ) -> AppealOutcome {
        if appeal.isQuestion == true { return .question }
        if failed.contains(.writtenForm) { return .incomplete }
        if failed.contains(.venue) { return .otherVenue }
        let refusals: Set<AppealPoint> = [.scope, .inTime, .notSettled, .notBeforeAppealBody, .notElsewhere, .noOtherLaw, .directInterest]
        if !refusals.isDisjoint(with: failed) { return .refused }
        if failed.contains(.complainedFirst) || failed.contains(.agent) {
            return right.isSatisfied ? .refused : right.isAsked ? .tooEarly : .complainFirst
        }
        // Who has to go to the operator first need not put it as an appeal yet, so these come last.
        if failed.contains(.definiteRespondent) || failed.contains(.specificClaim) { return .refused }
        return isUnknown ? .inquire : .admissible
    }

    /// How the operator was asked first, and since when the customer may appeal (art. 8, 10(4), 13; S014, S015, S021).
    ///
    /// The day of the complaint is not counted, and no day of rest moves the end: an unanswered complaint of the 1st may be appealed from the
    /// 17th, when fifteen days are over. An answer that does not satisfy opens the way on its own day.
    private func right(to appeal: Appeal, _ facts: AppealFacts) -> AppealRight {
        // The file forgets what was closed long ago, so the earlier of what it has and what the appeal says counts.
        guard let asked = [facts.complainedOn, appeal.complainedOn].compactMap(\.self).min() else {
            let verdict: AppealFinding.Verdict = appeal.complainedFirst == false || appeal.target == .agent ? .failed : .unknown
            return AppealRight(verdict: verdict, isAsked: false, isSatisfied: false, from: nil)
        }
        let unanswered = asked.adding(days: answerDays.value + 1)
        let answered = appeal.answeredOn ?? facts.answeredOn
        if answered != nil, appeal.satisfied == true {
            return AppealRight(verdict: .failed, isAsked: true, isSatisfied: true, from: nil)
        }
        let from = answered.map { min($0, unanswered) } ?? unanswered
        return AppealRight(verdict: holds(from <= facts.day), isAsked: true, isSatisfied: false, from: from)
    }

    private func limit(for category: Category?) -> Int {
        guard let category, chargeCategories.value.contains(category) else { return otherMonths.value }
        return chargeMonths.value
    }

    private func has(_ appeal: Appeal, _ forums: Set<AppealForum>) -> Bool { !forums.isDisjoint(with: appeal.before ?? []) }

    private func holds(_ condition: Bool) -> AppealFinding.Verdict { condition ? .met : .failed }
}

/// How far the customer's right to appeal has come.
private struct AppealRight {
    let verdict: AppealFinding.Verdict
    let isAsked: Bool
    let isSatisfied: Bool
    let from: CivilDate?
}
