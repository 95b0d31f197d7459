import Foundation
import HTTP
import Telemetry

/// `/livez`, `/readyz` and `/metrics`.
struct HealthEndpoints: Sendable {
    let status: ServiceStatus
    let metrics: Metrics

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard request.method == "GET" || request.method == "HEAD" else { return .methodNotAllowed(allow: ["GET", "HEAD"]) }
        return switch request.path {
        case "/livez": verdict(status.lifeFaults)
        case "/readyz": verdict(status.readinessFaults)
        case "/metrics": .text(metrics.render(), contentType: "text/plain; version=0.0.4; charset=utf-8")
        default: .text("there are /livez, /readyz and /metrics\n", status: 404)
        }
    }

    private func verdict(_ faults: [String]) -> HTTPResponse {
        faults.isEmpty ? .text("ok\n") : .text(faults.joined(separator: "\n") + "\n", status: 503)
    }
}
