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
