import Contracts
import Foundation

/// Where a deployment on this machine takes its programs and files from, and how it is set up.
struct DeploymentPlan {
    /// The folder of the six executables.
    var binaries: URL
    var migrations = URL(fileURLWithPath: "Ops/migrations")
    var policies = URL(fileURLWithPath: "Ops/policies/china")
    /// Partitions of each topic that services read.
    var partitions = 4
    /// PostgreSQL settings beside those of `EmbeddedPostgres`; they win.
    var databaseSettings: [String: String] = [:]
    /// What every service gets in its environment besides its servers, keys and port; it wins over our own environment.
    var environment: [String: String] = [:]
    /// Which broker the environment may choose: where this is false, `KAFKA_BOOTSTRAP_SERVERS` is passed over.
    var mayUseExternalBroker = true

    /// The five services, in the order a complaint meets them.
    static let services = Party.services.map(\.rawValue)

    /// The folder of the program that runs, which holds the other five wherever they were built or installed together.
    static var ownFolder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// The path of one of the executables, such as `redress-intake`.
    func program(_ name: String) -> String { binaries.appending(path: name).path }
}
