import Domain
import Policies
import Reporting

/// What the codes of a pack are called, by the names that customers and staff read too; a code without one stands for itself.
struct ReportNames {
    let language: Language
    /// What laws are called.
    let laws: LawNames
    private let names: [ReportDimension: [String: String]]
    private let rules: NotificationRules?

    init(_ language: Language, _ pack: PolicyPack? = nil) {
        self.language = language
        rules = pack?.notification
        laws = pack?.notification.laws ?? LawNames()
        let levels = language == .chinese ? ["省内", "集团级", "申诉"] : ["provincial, ", "group, ", "appeal, "]
        let natures = language == .chinese ? ["普通", "重复", "重大"] : Nature.allCases.map(\.rawValue)
        let classes = zip(ChannelLevel.allCases, levels).flatMap { level, levelName in
            zip(Nature.allCases, natures).map { ("\(level.rawValue)/\($0.rawValue)", levelName + $1) }
        }
        guard language == .chinese, let rules = pack?.intake else {
            names = [.class: Dictionary(classes) { first, _ in first }]
            return
        }
        func table(_ pairs: [(String, String)]) -> [String: String] { Dictionary(pairs) { first, _ in first } }
        names = [
            .channel: table(rules.channels.channels.map { ($0.code.rawValue, $0.name) }),
            .category: table(rules.intake.categories.map { ($0.code.rawValue, $0.name) }),
            .province: table(rules.intake.provinces.listed.map { ($0.code.rawValue, $0.name) }),
            .class: table(classes),
        ]
    }

    /// The name of one part of a split.
    func part(_ key: String, of dimension: ReportDimension) -> String {
        if key == "unknown" { return self[.unknown] }
        if let name = names[dimension]?[key] { return name }
        return switch dimension {
        case .unit: word(key, of: .unit)
        case .province: word(key, of: .province)
        case .category: word(key, of: .category)
        case .channel, .class: language == .chinese ? key : key.replacing("-", with: " ")
        }
    }

    /// What the pack calls a code.
    func word(_ code: String, of vocabulary: NoticeValue.Vocabulary) -> String {
        rules?.word(code, of: vocabulary, in: language) ?? code
    }

    /// A word of the report's own.
    subscript(_ word: Word) -> String { language == .chinese ? word.chinese : word.rawValue }

    subscript(_ dimension: ReportDimension) -> String {
        switch dimension {
        case .class: self[.byClass]
        case .unit: self[.byUnit]
        case .channel: self[.byChannel]
        case .province: self[.byProvince]
        case .category: self[.byCategory]
        }
    }

    /// The report's own words; the raw value is the English one.
    enum Word: String, CaseIterable {
        case title = "Complaints report", period = "Period", asOf = "As of", covers = "Covers", users = "Users", policy = "Policy"
        case knownFrom = "Facts from"
        case metric = "Metric", value = "Value", before = "Period before", change = "Change", lastYear = "Last year"
        case changeOnYear = "On last year", formula = "Formula", source = "Source", target = "Target"
        case byClass = "By class", byUnit = "By unit", byChannel = "By channel", byProvince = "By province", byCategory = "By category"
        case part = "Part", problems = "Problem points", problem = "Problem", complaints = "Complaints", places = "Where", common = "Common"
        case appeals = "Appeals, the regulator's form", gaps = "Gaps in records", field = "Missing", records = "Records"
        case cases = "Typical complaints", number = "Complaint", traits = "Why typical", drill = "Complaints behind"
        case ground = "Ground", refusals = "Not accepted, by ground", perMillion = "Appeals per million users", unknown = "unknown"
        case definitions = "How the figures are calculated"
        case notKnown = "not given", all = "all", none = "none"

        var chinese: String {
            switch self {
            case .title: "投诉统计报告"
            case .period: "统计期"
            case .asOf: "数据截至"
            case .covers: "覆盖省份"
            case .users: "用户总数"
            case .policy: "规则版本"
            case .knownFrom: "数据起始"
            case .metric: "指标"
            case .value: "本期"
            case .before: "上期"
            case .change: "环比"
            case .lastYear: "去年同期"
            case .changeOnYear: "同比"
            case .formula: "公式"
            case .source: "依据"
            case .target: "目标"
            case .byClass: "按投诉分级分类"
            case .byUnit: "按责任部门"
            case .byChannel: "按渠道"
            case .byProvince: "按省份"
            case .byCategory: "按问题类别"
            case .part: "分项"
            case .problems: "问题点"
            case .problem: "问题"
            case .complaints: "投诉量"
            case .places: "分布"
            case .common: "共性问题"
            case .appeals: "申诉情况（监管报表）"
            case .gaps: "投诉记录缺项"
            case .field: "缺项"
            case .records: "记录数"
            case .cases: "典型投诉案例"
            case .number: "投诉编码"
            case .traits: "典型特征"
            case .drill: "指标下钻"
            case .ground: "依据条款"
            case .refusals: "剔除情况"
            case .perMillion: "百万用户申诉率"
            case .unknown: "未知"
            case .definitions: "指标口径"
            case .notKnown: "未提供"
            case .all: "全部"
            case .none: "无"
            }
        }
    }
}

/// What the codes within a report are called.
extension ReportNames {
    /// Between the parts of a list.
    var separator: String { language == .chinese ? "、" : ", " }

    /// The formula in words: `时限内答复量 ÷ 应答复量 × 100`; in English the counts' own names, `answers-in-time ÷ answers-due × 100`.
    func formula(_ rule: MetricRule) -> String {
        guard language == .chinese else { return rule.formula }
        guard let denominator = rule.denominator, let per = rule.per else { return count(rule.numerator) }
        let base =
            switch denominator {
            case .users: self[.users]
            case .count(let base): count(base)
            }
        return "\(count(rule.numerator)) ÷ \(base)" + (per == 1 ? "" : " × \(per)")
    }

    /// What a finding is based on; a dash where there is none.
    func ground(_ code: String?) -> String { code.map { word($0, of: .finding) } ?? "-" }

    /// Why an appeal was not accepted.
    func refusal(_ code: String) -> String { word(code, of: .point) }

    func trait(_ trait: CaseTrait) -> String {
        guard language == .chinese else { return trait.rawValue }
        return switch trait {
        case .major: "重大"
        case .appeal: "申诉"
        case .repeat: "重复"
        case .escalated: "升级"
        case .breached: "超时"
        case .compensated: "有退赔"
        case .urged: "催办"
        case .good: "优秀案例"
        }
    }

    func field(_ field: RecordField) -> String {
        guard language == .chinese else { return field.rawValue }
        return switch field {
        case .registration: "受理登记"
        case .dispatch: "派单"
        case .liability: "责任认定"
        case .answer: "回单"
        case .told: "答复客户"
        case .opinion: "客户意见"
        }
    }

    /// What is counted.
    func count(_ count: ReportCount) -> String {
        guard language == .chinese else { return count.rawValue }
        return switch count {
        case .registered: "受理投诉量"
        case .ordinary: "普通投诉量"
        case .repeats: "重复投诉量"
        case .major: "重大投诉量"
        case .provincial: "省内投诉量"
        case .groupLevel: "集团级投诉量"
        case .appeals: "申诉量"
        case .settledOnSpot: "现场办结量"
        case .escalated: "升级投诉量"
        case .skipLevel: "越级投诉量"
        case .crossProvince: "跨省投诉量"
        case .malicious: "恶意或虚假投诉量"
        case .answersDue: "应答复量"
        case .answersInTime: "时限内答复量"
        case .opinions: "表态客户数"
        case .satisfied: "满意客户数"
        case .archived: "归档量"
        case .resolvedOnce: "一次解决量"
        case .withdrawn: "撤回量"
        case .open: "期末未结量"
        case .urges: "催办次数"
        case .transfers: "转派次数"
        case .escalations: "升级督办次数"
        case .answersReturned: "回单退回次数"
        case .reviews: "复核次数"
        case .warnings: "时限预警次数"
        case .breaches: "超时次数"
        case .payments: "退赔笔数"
        case .compensation: "退赔金额"
        case .paymentFailures: "支付失败笔数"
        case .appealsService: "用户服务类申诉量"
        case .appealsCharges: "收费争议类申诉量"
        case .appealsNetwork: "网络质量类申诉量"
        case .appealsOther: "其他申诉量"
        case .appealsDuplicate: "重复申诉量"
        case .appealsRefused: "未受理申诉量"
        case .appealsTurnedAway: "转投诉的申诉量"
        case .appealsJoined: "并入在办投诉的申诉量"
        case .appealsSettled: "和解申诉量"
        case .appealsDisputed: "不认可申诉量"
        case .appealsNoted: "知晓申诉量"
        case .records: "归档记录数"
        case .recordsComplete: "完整记录数"
        }
    }
}
