import Contracts
import Embedded
import Foundation
import Testing

/// One process of a service.
final class ServiceInstance {
    let service: ServiceName
    let process: ChildProcess

    init(_ service: ServiceName, _ arguments: [String], environment: [String: String]) throws {
        self.service = service
        process = try ChildProcess(
            Built.executable("redress-\(service)"), arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, errors: .lines)
    }

    /// What it has logged.
    var log: [String] { process.standardError?.all ?? [] }

    /// Its port, as it says itself once it serves.
    func endpoint(at location: SourceLocation = #_sourceLocation) throws -> Endpoint {
        let line = process.standardError?.first(within: 60) { $0.contains("serving health and metrics") }
        let said = try #require(line, "\(service) never served: \(log.joined(separator: "\n"))", sourceLocation: location)
        let object = try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any]
        return Endpoint(port: try #require(object?["port"] as? Int, "no port in \(said)", sourceLocation: location))
    }
}
