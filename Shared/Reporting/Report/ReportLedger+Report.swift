public import Domain

extension ReportLedger {
    /// What a report is to cover.
    public struct Request: Hashable, Sendable {
        public let period: ReportPeriod
        /// Only these provinces; all where it is empty.
        public let provinces: Set<Province>
        public let dimensions: Set<ReportDimension>
        /// The number of users; `nil` where it is not known.
        public let users: Int64?
        /// The counts whose complaint numbers are wanted.
        public let drilled: Set<ReportCount>
        /// Facts up to this moment were read.
        public let asOf: Instant

        public init(
            period: ReportPeriod, provinces: Set<Province> = [], dimensions: Set<ReportDimension> = Set(ReportDimension.allCases),
            users: Int64? = nil, drilled: Set<ReportCount> = [], asOf: Instant
        ) {
            self.period = period
            self.provinces = provinces
            self.dimensions = dimensions
            self.users = users
            self.drilled = drilled
            self.asOf = asOf
        }
    }

    /// Draws the report of a period.
    public func report(_ request: Request, by policy: ReportPolicy) -> Report {
        let offset = policy.timeZone.value
        let span = request.period.bounds(at: offset)
        let covered = accounts.values.filter { isWanted($0, request) }
        var report = Report(
            request, policyVersion: policy.version, knownFrom: knownFrom)
        report.current = figures(of: covered, in: span, policy) { account, count, amount in
            report.note(account, count, amount)
        }
        report.previous = earlier(request.period.previous, covered, policy)
        report.lastYear = earlier(request.period.sameLastYear, covered, policy)
        for account in covered { note(account, in: span, by: policy, &report) }
        report.finish(by: policy)
        return report
    }

    private func isWanted(_ account: ComplaintAccount, _ request: Request) -> Bool {
        guard !request.provinces.isEmpty else { return true }
        return account.province.map(request.provinces.contains) ?? false
    }

    /// The figures of an earlier period; `nil` where reading did not reach so far back.
    private func earlier(
        _ period: ReportPeriod, _ covered: [ComplaintAccount], _ policy: ReportPolicy
    ) -> ReportFigures? {
        let span = period.bounds(at: policy.timeZone.value)
        guard let knownFrom, knownFrom < span.upperBound else { return nil }
        return figures(of: covered, in: span, policy) { _, _, _ in }
    }

    private func figures(
        of covered: [ComplaintAccount], in span: Range<Instant>, _ policy: ReportPolicy,
        _ see: (ComplaintAccount, ReportCount, Int64) -> Void
    ) -> ReportFigures {
        var figures = ReportFigures()
        let duplicates = Set(Self.duplicateAppeals(among: covered, in: span).map(\.complaint))
        for account in covered {
            func add(_ count: ReportCount, _ amount: Int64) {
                figures.add(count, amount)
                see(account, count, amount)
            }
            account.count(in: span, by: policy, add)
            account.countAppeals(in: span, isDuplicate: duplicates.contains(account.complaint), add)
        }
        return figures
    }

    /// Appeals of the same line about the same problem, but for the first (Shanghai CA form 重复单).
    private static func duplicateAppeals(among covered: [ComplaintAccount], in span: Range<Instant>) -> [ComplaintAccount] {
        struct Matter: Hashable {
            let line: LineToken
            // So that what provinces count adds up to what the group counts.
            let province: Province
            let category: Category
        }
        let appeals = covered.compactMap { account -> (ComplaintAccount, Matter, Instant)? in
            guard let registration = account.registration, registration.level == .appeal, span.contains(registration.registeredAt)
            else { return nil }
            return (
                account, Matter(line: registration.line, province: registration.province, category: registration.category),
                registration.registeredAt
            )
        }
        var seen: Set<Matter> = []
        return appeals.sorted { ($0.2, $0.0.complaint) < ($1.2, $1.0.complaint) }.compactMap { account, matter, _ in
            seen.insert(matter).inserted ? nil : account
        }
    }

    /// Problems, typical cases and gaps in records.
    private func note(_ account: ComplaintAccount, in span: Range<Instant>, by policy: ReportPolicy, _ report: inout Report) {
        for ground in account.refusalGrounds(in: span) { report.refusals[ground, default: 0] += 1 }
        if let registration = account.registration, span.contains(registration.registeredAt) {
            report.noteProblem(account, registration)
        }
        if let closedAt = account.closedAt, span.contains(closedAt) {
            if account.outcome == .answered || account.first(.withdrawn) == nil {
                for field in account.missingFields(by: policy) { report.missing[field, default: 0] += 1 }
            }
            if let typical = account.typicalCase(by: policy, closedAt: closedAt) { report.typical.append(typical) }
        }
    }
}

extension ComplaintAccount {
    /// The complaint as a case of the library, if it is typical (S140).
    func typicalCase(by policy: ReportPolicy, closedAt: Instant) -> TypicalCase? {
        guard let registration else { return nil }
        let traits = policy.cases.traits.value.filter { has($0, by: policy) }
        guard !traits.isEmpty else { return nil }
        return TypicalCase(
            complaint: complaint, traits: traits, channel: registration.channel, level: registration.level, nature: registration.nature,
            province: registration.province, category: registration.category, unit: unit, liability: finding?.liability,
            ground: finding?.ground, registeredAt: registration.registeredAt, toldAt: first(.told), closedAt: closedAt,
            urges: times(.urged).count, transfers: times(.transferred).count, escalations: times(.escalated).count,
            compensation: compensation(by: policy),
            satisfied: lastOpinion?.isSatisfied(by: policy))
    }

    private func has(_ trait: CaseTrait, by policy: ReportPolicy) -> Bool {
        switch trait {
        case .major: nature == .major || first(.majorDeclared) != nil
        case .appeal: level == .appeal
        case .repeat: nature == .repeat
        case .escalated: first(.escalated) != nil
        case .breached: alerts.contains(where: \.isBreach)
        case .compensated: payments.count > reversals.count
        case .urged: first(.urged) != nil
        case .good: isResolvedOnce(by: policy) && lastOpinion?.isSatisfied(by: policy) == true
        }
    }
}
