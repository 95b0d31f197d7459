/// The five services.
enum ServiceName: String, Sendable, CaseIterable, CustomStringConvertible {
    case intake, dispatch, compensation, notification
    case slaMonitor = "sla-monitor"

    var schema: String { self == .slaMonitor ? "sla_monitor" : rawValue }

    var description: String { rawValue }
}
