import Domain
import Reporting

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
        case .appealsSettled: "和解申诉量"
        case .appealsDisputed: "不认可申诉量"
        case .appealsNoted: "知晓申诉量"
        case .records: "归档记录数"
        case .recordsComplete: "完整记录数"
        }
    }
}
