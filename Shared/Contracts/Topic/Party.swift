/// Who writes or reads a topic: the five services, and those outside.
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

    /// The five services of this product.
    public static let services: [Party] = [.intake, .dispatch, .slaMonitor, .compensation, .notification]

    public var isService: Bool { Self.services.contains(self) }

    /// The CloudEvents `source` of what this party writes, such as `/redress/intake`.
    public var source: String { "/redress/" + rawValue }
}
