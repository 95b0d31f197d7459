import Moments

@testable import Domain

extension ChannelPolicy {
    /// One channel or two of each kind, as the China pack has them.
    static let fixture = ChannelPolicy(
        version: "test-1", effective: .always,
        channels: [
            rule("hotline", .provincial, firstContact: "hotline-centre", hours: .always),
            rule("wechat", .provincial, firstContact: "online-service"),
            rule("complaint-box", .provincial, firstContact: "complaint-reception", required: [.description, .category]),
            rule("group-hotline", .groupLevel, firstContact: "group-supervision-centre"),
            rule("roaming-hotline", .groupLevel, firstContact: "roaming-centre", flags: [.roaming]),
            rule("central-media", .groupLevel, firstContact: "group-customer-service", nature: .major),
            rule("miit", .appeal, firstContact: "group-supervision-centre"),
        ])

    private static func rule(
        _ code: Channel, _ level: ChannelLevel, firstContact: Domain.Unit, required: [RequiredField]? = nil, flags: [Flag]? = nil,
        nature: Nature? = nil, hours: ChannelHours? = nil
    ) -> ChannelRule {
        ChannelRule(
            code: code, name: code.rawValue, level: Sourced(level), firstContact: Sourced(firstContact), replyMedium: Sourced("sms"),
            required: required.map { Sourced($0) }, flags: flags.map { Sourced($0) }, nature: nature.map { Sourced($0) }, duties: nil,
            hours: hours.map { Sourced($0) }, contact: nil)
    }
}
