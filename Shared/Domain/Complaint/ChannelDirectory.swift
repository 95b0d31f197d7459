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
