/// The policies notification decides by, with the tables that make looking up a word quick.
///
/// A class, as all rules are: they go with every decision, and a copy would count each of their tables.
public final class NotificationRules: Sendable {
    public let notification: NotificationPolicy
    public let templates: TemplatePolicy
    public let channels: ChannelPolicy
    /// What laws are called.
    public let laws: LawNames
    private let rulesByTrigger: [NoticeTrigger: [NoticeRule]]
    /// Triggers that somebody is notified of, or that make some message pointless; all others need not be remembered.
    private let handled: Set<NoticeTrigger>
    private let templateByName: [TemplateName: NoticeTemplate]
    private let prepared: [TemplateName: Result<PreparedTemplate, Fault>]
    private let words: [NoticeValue.Vocabulary: [String: TemplatePolicy.CodeWords]]
    private let mediumByChannel: [Channel: String]
    private let mediumByCode: [String: MediumRule]

    public init(
        notification: NotificationPolicy, templates: TemplatePolicy, channels: ChannelPolicy, laws: LawNames = LawNames()
    ) {
        self.notification = notification
        self.templates = templates
        self.channels = channels
        self.laws = laws
        rulesByTrigger = Dictionary(grouping: notification.rules, by: \.when)
        handled = Set(notification.rules.map(\.when)).union(notification.rules.flatMap { $0.droppedBy ?? [] })
            .union(notification.followUp == nil ? [] : [.customerTold, .reviewAnswered])
        templateByName = Dictionary(templates.templates.map { ($0.name, $0) }) { first, _ in first }
        prepared = templateByName.mapValues { template in
            Result { () throws(Fault) -> PreparedTemplate in try PreparedTemplate(template) }
        }
        words = Dictionary(grouping: templates.words, by: \.of).mapValues { words in
            Dictionary(words.map { ($0.code, $0) }) { first, _ in first }
        }
        mediumByChannel = Dictionary(channels.channels.map { ($0.code, $0.replyMedium.value) }) { first, _ in first }
        mediumByCode = Dictionary(notification.media.map { ($0.code, $0) }) { first, _ in first }
    }

    func rules(for trigger: NoticeTrigger) -> [NoticeRule] { rulesByTrigger[trigger] ?? [] }

    func handles(_ trigger: NoticeTrigger) -> Bool { handled.contains(trigger) }

    func rule(for trigger: NoticeTrigger, template: TemplateName) -> NoticeRule? {
        rules(for: trigger).first { $0.template == template }
    }

    /// The media to try, the first one first; never empty.
    func media(for audience: Audience, on channel: Channel?, by rule: NoticeRule?) -> [String] {
        let usual =
            switch audience {
            case .customer: channel.flatMap { mediumByChannel[$0] } ?? notification.defaultMedium.value
            case .staff: notification.staffMedium.value
            }
        let first = rule?.medium ?? usual
        let all = [first] + (mediumByCode[first]?.fallback.value.filter { $0 != first } ?? [])
        guard rule?.inWriting == true else { return all }
        let written = all.filter { mediumByCode[$0]?.isWriting?.value == true }
        return written.isEmpty ? all : written
    }

    /// The codes of all media, by which gateways are known.
    public var knownMedia: Set<String> { Set(mediumByCode.keys) }

    func medium(_ code: String) -> MediumRule? { mediumByCode[code] }

    /// Those of the values that the template says.
    func values(_ values: [String: NoticeValue], in template: TemplateName) -> [String: NoticeValue] {
        guard case .success(let prepared)? = prepared[template] else { return values }
        return values.filter { prepared.names.contains($0.key) }
    }

    /// What a code is called; a code without words stands for itself.
    public func word(_ code: String, of vocabulary: NoticeValue.Vocabulary, in language: Language) -> String {
        wording(in: language).text(.words(vocabulary, [code]))
    }

    /// A template filled in.
    ///
    /// - Throws: a `Fault` when there is no such template or a value is missing; `faults()` finds both before anything is sent.
    func rendered(
        _ name: TemplateName, in language: Language, _ values: (String) -> NoticeValue?
    ) throws(Fault) -> NoticeTemplate.Words {
        guard let template = try prepared[name]?.get() else {
            throw Fault(field: "template", problem: "is not defined", expected: "a template listed under templates")
        }
        let wording = wording(in: language)
        return try template.filled(in: language) { name in values(name).map { wording.text($0, named: name) } }
    }

    private func wording(in language: Language) -> NoticeWording {
        NoticeWording(language: language, offset: notification.timeZone.value, words: words, laws: laws)
    }

    /// All that is wrong with the policies, each alone and together: unknown templates, placeholders no trigger fills, unknown media.
    public func faults() -> [Fault] {
        var faults = notification.faults() + templates.faults()
        for (index, channel) in channels.channels.enumerated() where mediumByCode[channel.replyMedium.value] == nil {
            faults.append(
                Fault(
                    field: "channels[\(index)].replyMedium.value", problem: "is not one of the media", expected: "a medium of notification")
            )
        }
        if let digest = notification.digest?.template, templateByName[digest] == nil {
            faults.append(Fault(field: "digest.template", problem: "is not defined", expected: "a template listed under templates"))
        }
        for (index, rule) in notification.rules.enumerated() where rule.digest != true && templateByName[rule.template] == nil {
            faults.append(
                Fault(field: "rules[\(index)].template", problem: "is not defined", expected: "a template listed under templates"))
        }
        for (index, template) in templates.templates.enumerated() {
            faults += self.faults(of: template, at: "templates[\(index)]")
        }
        return faults
    }

    /// A placeholder has to be filled by every rule that uses the template.
    private func faults(of template: NoticeTemplate, at path: String) -> [Fault] {
        let users = notification.rules.filter { $0.template == template.name && $0.digest != true }
        let isDigest = notification.digest?.template == template.name
        var faults: [Fault] = []
        for language in Language.allCases {
            let words = template.words(in: language)
            for (field, text) in [("title", words.title), ("text", words.text)] {
                let place = "\(path).\(language.rawValue).\(field)"
                let parsed: NoticeText
                do {
                    parsed = try NoticeText(text, at: place)
                } catch {
                    faults.append(error)
                    continue
                }
                for name in parsed.placeholders where isDigest && !DigestPolicy.values.contains(name) {
                    faults.append(
                        Fault(
                            field: place, problem: "uses {{\(name)}}, which a digest does not fill",
                            expected: "one of " + DigestPolicy.values.sorted().joined(separator: ", ")))
                }
                for name in parsed.placeholders {
                    for user in users where !Self.fills(user, name) {
                        faults.append(
                            Fault(
                                field: place, problem: "uses {{\(name)}}, which \(user.when.rawValue) does not fill",
                                expected: "one of " + Self.names(user).sorted().joined(separator: ", ")))
                    }
                }
            }
        }
        return faults
    }

    private static func fills(_ rule: NoticeRule, _ name: String) -> Bool { names(rule).contains(name) }

    private static func names(_ rule: NoticeRule) -> Set<String> {
        rule.when.values.union(NoticeTrigger.everyonesValues)
            .union(rule.audience == .customer ? NoticeTrigger.customersValues : [])
    }
}

extension NotificationRules: Equatable {
    public static func == (left: NotificationRules, right: NotificationRules) -> Bool {
        left.notification == right.notification && left.templates == right.templates && left.channels == right.channels
            && left.laws == right.laws
    }
}
