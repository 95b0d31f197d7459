@testable import Domain

extension NotificationRules {
    /// The China pack in short: every trigger with a template of its own, quiet from nine to eight, two attempts a medium.
    static func fixture(
        rules: [NoticeRule] = NotificationRules.everyRule, templates: [NoticeTemplate]? = nil,
        quietHours: QuietHours? = QuietHours(from: 1260, until: 480),
        replyMedium: String = "sms", dailyLimit: Int? = nil, followUp: FollowUpPolicy? = nil
    ) -> NotificationRules {
        NotificationRules(
            notification: NotificationPolicy(
                version: "test-1", effective: EffectivePeriod(from: CivilDate(daysSinceEpoch: 0)), timeZone: figure(offset),
                quietHours: quietHours.map { figure($0) },
                media: [
                    medium("sms", minutes: 30, fallback: ["letter"]), medium("email", disturbs: false, minutes: 120, fallback: []),
                    medium("letter", disturbs: false, minutes: 10_080, fallback: []), medium("staff-desk", minutes: 10, fallback: []),
                ],
                defaultMedium: figure("sms"), staffMedium: figure("staff-desk"), staffLanguage: figure(.chinese),
                defaultUnit: figure("provincial-complaint-centre"), attemptsPerMedium: figure(2),
                backoff: figure([PolicyDuration(.minutes(5)), PolicyDuration(.minutes(30))]),
                dailyLimit: dailyLimit.map { figure($0) }, lateClocks: figure(["answer"]),
                grades: figure([WarningGrade(from: 0, code: "blue"), WarningGrade(from: 100, code: "orange")]), followUp: followUp,
                rules: rules),
            templates: TemplatePolicy(
                version: "test-1", effective: EffectivePeriod(from: CivilDate(daysSinceEpoch: 0)),
                templates: templates ?? rules.map { template($0) },
                words: [
                    TemplatePolicy.CodeWords(of: .field, code: "contact", zh: "联系方式", en: "how to reach you"),
                    TemplatePolicy.CodeWords(of: .field, code: "description", zh: "投诉内容", en: "what happened"),
                    TemplatePolicy.CodeWords(of: .unit, code: "marketing", zh: "市场部", en: "the marketing department"),
                    TemplatePolicy.CodeWords(of: .category, code: "marketing", zh: "业务宣传与营销", en: "advertising and sales"),
                ]),
            channels: ChannelPolicy(
                version: "test-1", effective: EffectivePeriod(from: CivilDate(daysSinceEpoch: 0)),
                channels: [channel("hotline", replyMedium), channel("website", "email")]),
            laws: LawNames(["Order 35": "《电信用户申诉处理办法》"]))
    }

    static let everyRule: [NoticeRule] = [
        rule(.registered, .customer, atAnyHour: true), rule(.settledOnSpot, .customer, atAnyHour: true),
        rule(.informationRequired, .customer, droppedBy: [.registered, .withdrawn]),
        rule(.complaintUrged, .customer, droppedBy: [.archived, .withdrawn], atAnyHour: true),
        rule(.accepted, .customer, droppedBy: [.customerTold, .archived, .withdrawn]), rule(.customerTold, .customer),
        rule(.claimSettled, .customer), rule(.withdrawn, .customer, atAnyHour: true), rule(.archived, .customer),
        rule(.dispatched, .responsible), rule(.transferred, .responsible), rule(.workOrderUrged, .responsible),
        rule(.supplemented, .responsible),
        rule(.answered, .firstContact), rule(.answerReturned, .responsible), rule(.warned, .responsible, droppedBy: [.archived]),
        rule(.breached, .responsible), rule(.escalated, .responsible), rule(.approvalNeeded, .unit, unit: "provincial-customer-service"),
        rule(.settlementFailed, .unit, unit: "provincial-customer-service"), rule(.findingUnusable, .responsible),
    ]

    static func rule(
        _ when: NoticeTrigger, _ tell: NoticeRule.Recipient, unit: Unit? = nil, droppedBy: [NoticeTrigger]? = nil, atAnyHour: Bool? = nil,
        template: TemplateName? = nil, unlimited: Bool? = nil, latestOnly: Bool? = nil, only: [String]? = nil
    ) -> NoticeRule {
        NoticeRule(
            when: when, tell: tell, unit: unit, template: template ?? TemplateName(when.rawValue), droppedBy: droppedBy,
            atAnyHour: atAnyHour, unlimited: unlimited, latestOnly: latestOnly, only: only, source: "test")
    }

    static func figure<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, source: "test") }

    static func template(_ name: TemplateName, zh: String, en: String) -> NoticeTemplate {
        NoticeTemplate(
            name: name, source: "test", zh: NoticeTemplate.Words(title: "{{complaint}}", text: zh),
            en: NoticeTemplate.Words(title: "{{complaint}}", text: en))
    }

    /// A template that uses every placeholder its trigger fills.
    private static func template(_ rule: NoticeRule) -> NoticeTemplate {
        let names = rule.when.values.sorted() + (rule.audience == .customer ? ["line"] : [])
        let text = names.map { "\($0)={{\($0)}}" }.joined(separator: " ")
        return template(rule.template, zh: "中 " + text, en: "en " + text)
    }

    private static let offset = UTCOffset(minutes: 480) ?? .utc

    private static func medium(_ code: String, disturbs: Bool = true, minutes: Int, fallback: [String]) -> MediumRule {
        MediumRule(
            code: code, disturbs: figure(disturbs), receiptTimeout: figure(PolicyDuration(.minutes(minutes))), fallback: figure(fallback))
    }

    private static func channel(_ code: Channel, _ medium: String) -> ChannelRule {
        ChannelRule(
            code: code, name: code.rawValue, level: figure(.provincial), firstContact: figure("hotline-centre"),
            replyMedium: figure(medium),
            required: nil, flags: nil, nature: nil)
    }
}
