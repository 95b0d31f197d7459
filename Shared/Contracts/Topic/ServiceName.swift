/// The services of Redress, in the order a complaint meets them: the one list of them.
///
/// Topics, settings, roles and what the command `redress` does for each service follow from it. Whatever stands outside of Swift (the products of
/// the package, scripts, images, secrets, migrations, alerts, contracts) is held to it by `ServiceListTests` of the house rules.
public enum ServiceName: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case intake
    case dispatch
    case slaMonitor = "sla-monitor"
    case compensation
    case notification

    /// Its executable, such as `redress-intake`; also its consumer group and its user name at the brokers.
    public var program: String { "redress-" + rawValue }

    /// Its schema in PostgreSQL, such as `sla_monitor`.
    public var schema: String { rawValue.replacing("-", with: "_") }

    public var description: String { rawValue }

    /// What it is among those who write and read topics.
    public var party: Party {
        switch self {
        case .intake: .intake
        case .dispatch: .dispatch
        case .slaMonitor: .slaMonitor
        case .compensation: .compensation
        case .notification: .notification
        }
    }
}
