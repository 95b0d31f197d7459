/// Who writes or reads a topic: the services, and those outside.
public enum Party: String, Hashable, Sendable, CaseIterable {
    case intake
    case dispatch
    case slaMonitor = "sla-monitor"
    case compensation
    case notification
    /// Channel gateways: hotline, business hall, web, SMS, app, mail, WeChat.
    case gateway = "channel-gateway"
    /// Where appeals from regulators and associations are taken down (S128, S129).
    case regulatorDesk = "regulator-desk"
    case handlerDesk = "handler-desk"
    case approver
    case billing
    /// Whoever listens to alerts.
    case monitoring = "monitoring-consumer"
    /// People with the command `redress`.
    case `operator`

    /// The services of this product, in the order of ``ServiceName``.
    public static let services = ServiceName.allCases.map(\.party)

    public var isService: Bool { Self.services.contains(self) }

    /// The CloudEvents `source` of what this party writes, such as `/redress/intake`.
    public var source: String { "/redress/" + rawValue }
}
