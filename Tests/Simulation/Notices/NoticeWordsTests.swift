import Contracts
import Foundation
import Policies
import Testing
import World

@testable import Domain

/// What customers and staff are told is words of their language, whatever happened and whatever is missing: nothing that only the product knows.
struct NoticeWordsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops").standardizedFileURL

    private static func pack() throws -> PolicyPack { try PolicyPackLoader.load(directory: root.appending(path: "policies/china")) }

    // MARK: Every happening in every template

    @Test func everyTemplateSaysEveryHappeningInWords() throws {
        let pack = try Self.pack()
        let rules = pack.notification
        var rendered: Set<TemplateName> = []
        for cause in try Self.causes(pack) {
            for rule in rules.rules(for: cause.trigger) where rule.digest != true && rule.covers(cause) {
                rendered.insert(rule.template)
                for language in Language.allCases {
                    let words = try rules.rendered(rule.template, in: language) { name in cause.values[name] ?? Self.value(ofTheHour: name)
                    }
                    let faults = PlainWords.faults(in: words.title + "\n" + words.text, language)
                    #expect(faults.isEmpty, "\(rule.template) for \(cause.trigger.rawValue) in \(language): \(words.title): \(words.text)")
                }
            }
        }
        let all = Set(rules.templates.templates.map(\.name)).subtracting(rules.notification.digest.map { [$0.template] } ?? [])
        #expect(all.subtracting(rendered).isEmpty, "no happening was made for these")
    }

    /// The causes of every fact's example in the contracts, whole and with all that may be missing left out, in every kind that policies tell
    /// apart; each with the rules, words and figures that the pack has.
    private static func causes(_ pack: PolicyPack) throws -> [NoticeCause] {
        var causes: [NoticeCause] = []
        for input in try inputs() { causes += input.causes.flatMap { variants(of: $0, pack) } }
        let times: [String: NoticeValue] = ["attempt": .number(1), "attempts": .number(3), "notification": .text("C20260302003000127-N7")]
        for trigger in [NoticeTrigger.unreached, .followUpDue, .followUpAgain, .followUpInWriting] {
            causes.append(NoticeCause(trigger, "1", times))
        }
        causes.append(.progressRequested(by: CommandIdentity(type: "t", source: "/g", id: "1", actor: "g")))
        return causes
    }

    private static func inputs() throws -> [NoticeInput] {
        let coder = WireCoder()
        var inputs: [NoticeInput] = []
        let types = ComplaintEvent.wireTypes + WorkOrderEvent.wireTypes + ClockEvent.wireTypes + RiskEvent.wireTypes + ClaimEvent.wireTypes
        for type in types {
            let file = root.appending(path: "contracts/schemas/\(type).json")
            let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
            let example = try #require((schema["examples"] as? [[String: Any]])?.first)
            let required = Set(try #require(schema["required"] as? [String]))
            let bare = example.filter { required.contains($0.key) }
            for one in [example, bare] + spread(bare, schema) + spread(example, schema) {
                let data = try JSONSerialization.data(withJSONObject: one)
                if let event = try ComplaintEvent.decode(type: type, data: data, with: coder) {
                    inputs.append(.complaint(event))
                } else if let event = try WorkOrderEvent.decode(type: type, data: data, with: coder) {
                    inputs.append(.workOrder(event))
                } else if let event = try ClockEvent.decode(type: type, data: data, with: coder) {
                    inputs.append(.alert(event))
                } else if case .risk(let alert)? = try RiskEvent.decode(type: type, data: data, with: coder) {
                    inputs.append(.risk(alert))
                } else if let event = try ClaimEvent.decode(type: type, data: data, with: coder) {
                    inputs.append(.claim(event))
                }
            }
        }
        return inputs
    }

    /// The example once for each value that a field of a fixed list may have, truth values among them.
    private static func spread(_ example: [String: Any], _ schema: [String: Any]) -> [[String: Any]] {
        guard let properties = schema["properties"] as? [String: [String: Any]] else { return [] }
        return properties.sorted { $0.key < $1.key }.flatMap { name, property -> [[String: Any]] in
            let values: [Any] = property["type"] as? String == "boolean" ? [true, false] : property["enum"] as? [Any] ?? []
            return values.map { value in
                var one = example
                one[name] = value
                return one
            }
        }
    }

    /// A cause once as it is, and once for every source a figure of the pack comes from, every kind of outcome and step, and each value missing.
    private static func variants(of cause: NoticeCause, _ pack: PolicyPack) -> [NoticeCause] {
        var variants = [cause]
        func vary(_ name: String, _ values: [NoticeValue], scopes: [String]? = nil) {
            guard cause.values[name] != nil else { return }
            for value in values {
                var one = cause
                one.values[name] = value
                if let scopes { one.scopes = scopes }
                variants.append(one)
            }
        }
        vary("rule", sources(pack).map { .text($0) })
        for missing in ["case", "document", "from", "lastDay"] { vary(missing, [.text(""), .text("—")]) }
        for outcome in AppealOutcome.allCases.map(\.rawValue) + [AppealStep.accepted.rawValue] where cause.trigger == .appealAssessed {
            var one = cause
            one.values["outcome"] = .words(.outcome, [outcome])
            one.values["case"] = .text("")
            one.values["from"] = .text("")
            one.scopes = [outcome]
            variants.append(one)
            one.values["reasons"] = .words(.point, [])
            variants.append(one)
        }
        for step in AppealStep.allCases where cause.trigger == .appealStep {
            var one = cause
            one.values["step"] = .words(.step, [step.rawValue])
            one.scopes = [step.rawValue]
            variants.append(one)
        }
        for priority in 1...4 where cause.trigger == .dispatched {
            var one = cause
            one.scopes = [String(priority)]
            variants.append(one)
        }
        for clock in pack.clocks.current.policy.clocks.map(\.name.rawValue) where cause.values["clock"] != nil {
            var one = cause
            one.values["clock"] = .words(.clock, [clock])
            one.scopes.append(clock)
            variants.append(one)
        }
        for way in ["appeal-only", "said", "continued"] where cause.trigger == .customerDiscontent {
            var one = cause
            one.scopes = [way]
            variants.append(one)
        }
        if cause.values["threshold"] != nil {
            variants = variants.flatMap { cause in
                (pack.notification.notification.grades?.value ?? []).map { grade in
                    var one = cause
                    one.values["grade"] = .words(.grade, [grade.code])
                    one.scopes.append(grade.code)
                    return one
                }
            }
        }
        return variants
    }

    private static func sources(_ pack: PolicyPack) -> Set<String> {
        var sources: Set<String> = []
        for clock in pack.clocks.current.policy.clocks {
            sources.insert(clock.allowance.source)
            for override in clock.overrides ?? [] { if let allowance = override.allowance { sources.insert(allowance.source) } }
        }
        for sign in pack.clocks.current.abnormal?.signs ?? [] { sources.insert(sign.grades.source) }
        for risk in pack.risks.policy.risks { sources.insert(risk.atLeast.source) }
        return sources
    }

    /// What holds when the message goes out: a customer whose province is known.
    private static func value(ofTheHour name: String) -> NoticeValue? {
        switch name {
        case "complaint": .text("C20260302003000127")
        case "line": .text("138****8000")
        case "stage": .words(.stage, ["registered"])
        case "apology": .words(.apology, [])
        case "province": .words(.province, ["CN-JS"])
        default: nil
        }
    }

    // MARK: Every code has a name

    @Test func everyCodeThatMayBeSaidHasANameInBothLanguages() throws {
        let pack = try Self.pack()
        let rules = pack.notification
        for (vocabulary, codes) in try Self.codes(pack) {
            for code in codes {
                for language in Language.allCases {
                    let word = rules.word(code, of: vocabulary, in: language)
                    let faults = PlainWords.faults(in: word, language)
                    #expect(faults.isEmpty && !word.isEmpty, "\(vocabulary.rawValue) \(code) in \(language): \(word)")
                    #expect(rules.templates.words.contains { $0.of == vocabulary && $0.code == code } || vocabulary == .body, "\(code)")
                }
            }
        }
    }

    private static func codes(_ pack: PolicyPack) throws -> [NoticeValue.Vocabulary: [String]] {
        let provinces = pack.intake.intake.provinces.listed.map(\.code.rawValue)
        let compensation = pack.compensation.current.policy.spoken
        func spoken(_ vocabulary: NoticeValue.Vocabulary) -> [String] { compensation.filter { $0.of == vocabulary }.map(\.code) }
        return [
            .field: RequiredField.allCases.map(\.rawValue) + pack.intake.intake.duties.map(\.code.rawValue),
            .category: pack.intake.intake.categories.map(\.code.rawValue),
            .unit: pack.dispatch.routing.units.map(\.code.rawValue),
            .clock: pack.clocks.current.policy.clocks.map(\.name.rawValue)
                + (pack.clocks.current.abnormal?.signs ?? []).map(\.name.rawValue),
            .province: provinces + ["unknown"],
            .stage: NoticeStage.allCases.map(\.rawValue) + ["registered"],
            .apology: ["late", "fault", "late-and-fault"],
            .grade: (pack.notification.notification.grades?.value ?? []).map(\.code),
            .tariff: spoken(.tariff), .denial: spoken(.denial), .band: spoken(.band), .finding: spoken(.finding),
            .step: AppealStep.allCases.map(\.rawValue),
            .outcome: AppealOutcome.allCases.map(\.rawValue),
            .point: AppealPoint.allCases.map(\.rawValue) + [NoticeCause.unstated],
            .body: provinces + ["miit"],
            .ground: MajorGround.allCases.map(\.rawValue),
            .notice: pack.notification.notification.rules.filter { $0.digest == true }.map(\.when.rawValue),
        ]
    }

    // MARK: Appeals

    @Test func anAppealsStatementNamesBodiesAndLawsAndNoCodes() throws {
        let pack = try Self.pack()
        for language in Language.allCases {
            for outcome in AppealOutcome.allCases {
                for venue in pack.intake.intake.provinces.listed.map(\.code.rawValue) + ["miit"] {
                    let findings = AppealPoint.allCases.enumerated().map { index, point in
                        AppealFinding(point: point, verdict: index.isMultiple(of: 2) ? .failed : .unknown)
                    }
                    let assessment = AppealAssessment(
                        outcome: outcome, findings: findings, venue: AppealBody(venue), mayAppealFrom: nil, lastDay: nil)
                    let statement = pack.intake.appeals.statement(of: assessment, in: language, called: pack.intake.bodies)
                    for text in [statement.customer, statement.desk] {
                        let faults = PlainWords.faults(in: text, language)
                        #expect(faults.isEmpty, "\(outcome.rawValue) in \(language): \(faults): \(text)")
                    }
                }
            }
        }
    }

    // MARK: Money

    @Test(arguments: [
        ("CNY", 1_250, "12.50元", "CNY 12.50"), ("JPY", 5_000, "JPY 5000", "JPY 5000"), ("KWD", 1_250, "KWD 1.250", "KWD 1.250"),
        ("CLF", -12_345, "CLF -1.2345", "CLF -1.2345"), ("HUF", 50_000, "HUF 500.00", "HUF 500.00"),
    ])
    func anAmountHasTheDecimalsOfItsCurrency(currency: String, minorUnits: Int64, chinese: String, english: String) throws {
        let amount = NoticeValue.money(Money(minorUnits: minorUnits, currency: currency))
        let wording = { NoticeWording(language: $0, offset: .utc, words: [:], laws: LawNames()) }
        #expect(wording(.chinese).text(amount) == chinese)
        #expect(wording(.english).text(amount) == english)
    }

    // MARK: Laws

    @Test(arguments: [
        ("S106; the figure is unconfirmed", "", ""), ("Order 35 art. 8", "《办法》第8条", "Order 35 art. 8"),
        ("S014, S015; Order 35 art. 8, 10(4)", "《办法》第8条、第10条(4)", "Order 35 art. 8, 10(4)"),
        ("Order 35, the number of the article is not known", "《办法》", "Order 35"),
        ("Order 350 art. 1", "", ""), ("made up", "", ""),
        ("Civil Code art. 203; not applied, the safe reading", "《法典》第203条", "Civil Code art. 203"),
        ("Order 35 art. 8; Civil Code art. 203", "《办法》第8条、《法典》第203条", "Order 35 art. 8; Civil Code art. 203"),
    ])
    func aSourceIsToldAsTheLawItNames(source: String, chinese: String, english: String) {
        let laws = LawNames(["Order 35": "《办法》", "Civil Code": "《法典》"])
        #expect(laws.basis(of: source, in: .chinese) == chinese)
        #expect(laws.basis(of: source, in: .english) == english)
    }

    @Test func aPassageWithAMissingValueIsLeftOut() throws {
        let text = try NoticeText("a[[, case {{case}}]][[ from {{from}}]].", at: "text")
        #expect(text.placeholders == ["case", "from"])
        #expect(try text.filled { ["case": "7", "from": ""][$0] } == "a, case 7.")
        #expect(try text.filled { _ in nil } == "a.")
        #expect(throws: Fault.self) { try NoticeText("a[[b", at: "text") }
    }
}
