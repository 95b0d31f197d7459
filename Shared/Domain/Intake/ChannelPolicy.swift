/// Where complaints may come in, and what a channel alone says of a complaint (`channels.yaml`; S034–S036, S121–S129).
public struct ChannelPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let channels: [ChannelRule]

    /// What the types cannot say: channels given twice, and none at all.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if channels.isEmpty {
            faults.append(Fault(field: "channels", problem: "is empty", expected: "one channel or more"))
        }
        var seen: Set<Channel> = []
        for (index, channel) in channels.enumerated() where !seen.insert(channel.code).inserted {
            faults.append(Fault(field: "channels[\(index)].code", problem: "is given twice", expected: "each channel once"))
        }
        return faults
    }

    /// Channels that people would read as a bare code.
    public func nameless() -> [Fault] {
        channels.enumerated().filter { $0.element.name.allSatisfy(\.isWhitespace) }.map { index, channel in
            Fault(field: "channels[\(index)].name", problem: "has no words for \(channel.code)", expected: "what people call the channel")
        }
    }
}

/// When a channel is staffed.
public enum ChannelHours: String, Codable, Sendable, CaseIterable {
    /// 24 hours, every day (S080).
    case always
    /// As posted where it is.
    case posted
}

/// One channel and all that follows from it.
public struct ChannelRule: Decodable, Equatable, Sendable {
    public let code: Channel
    /// As people call it, such as `10000号`.
    public let name: String
    public let level: Sourced<ChannelLevel>
    /// The unit that meets the customer there and stays responsible through every transfer (S029, S046).
    public let firstContact: Sourced<Unit>
    /// How the customer is answered: `sms`, `app`, `email`, `wechat`, `letter`, `staff-desk` (S108).
    public let replyMedium: Sourced<String>
    /// What a complaint on this channel must bring, where that differs from the policy's general list.
    public let required: Sourced<[RequiredField]>?
    /// What a complaint on this channel always is, such as `roaming`.
    public let flags: Sourced<[Flag]>?
    /// The nature a complaint on this channel has whatever came before: `major` for central media (S131, S145).
    public let nature: Sourced<Nature>?
    /// What taking a complaint in here asks of staff: codes of `intake.yaml`'s duties (S051–S055).
    public internal(set) var duties: Sourced<[Duty]>?
    /// When somebody is there to take complaints; a complaint that comes at another time is taken all the same (S080).
    public internal(set) var hours: Sourced<ChannelHours>?
    /// How customers reach it, as it is published (S062).
    public internal(set) var contact: Sourced<String>?
}

extension ChannelLevel {
    /// How high a customer has gone: a complaint of a higher level goes over the head of a lower one (S121, S132).
    var rank: Int {
        switch self {
        case .provincial: 0
        case .groupLevel: 1
        case .appeal: 2
        }
    }
}

/// How the public reaches a channel, for the website and the service halls (S062).
public struct ChannelListing: Hashable, Sendable {
    public let channel: Channel
    public let name: String
    public let level: ChannelLevel
    /// `nil` where the policy names none: the operator has yet to publish it.
    public let contact: String?
    /// Whether it takes complaints for 24 hours (S080).
    public let isAlwaysOpen: Bool

    public init(channel: Channel, name: String, level: ChannelLevel, contact: String?, isAlwaysOpen: Bool) {
        self.channel = channel
        self.name = name
        self.level = level
        self.contact = contact
        self.isAlwaysOpen = isAlwaysOpen
    }
}

extension IntakeRules {
    /// Every channel as it is to be published, in the policy's order; those without a contact show what is still to be published (S062).
    public var directory: [ChannelListing] {
        channels.channels.map {
            ChannelListing(
                channel: $0.code, name: $0.name, level: $0.level.value, contact: $0.contact?.value, isAlwaysOpen: $0.hours?.value == .always
            )
        }
    }
}
