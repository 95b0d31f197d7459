import Contracts
package import Foundation

/// Where a deployment on this machine takes its programs and files from, and how it is set up.
package struct DeploymentPlan {
    /// The folder of the six executables.
    package var binaries: URL
    package var migrations = URL(fileURLWithPath: "Ops/migrations")
    package var policies = URL(fileURLWithPath: "Ops/policies/china")
    /// Partitions of each topic that services read.
    package var partitions = 4
    /// PostgreSQL settings beside those of `EmbeddedPostgres`; they win.
    package var databaseSettings: [String: String] = [:]
    /// What every service gets in its environment besides its servers, keys and port; it wins over our own environment.
    package var environment: [String: String] = [:]
    /// Which broker the environment may choose: where this is false, `KAFKA_BOOTSTRAP_SERVERS` is passed over.
    package var mayUseExternalBroker = true
    /// Nodes of an Apache Kafka of our own; from three on each topic has three copies.
    package var nodes = 1
    /// Server properties of an Apache Kafka of our own; they win.
    package var brokerProperties: [String: String] = [:]
    /// Whether the services reach their servers over networks that can be made worse.
    package var isLinked = false
    /// The folder in which the database's own is made; the system's for temporary files where none is given.
    package var databaseParent: String?

    package init(binaries: URL) {
        self.binaries = binaries
    }

    /// The services, in the order a complaint meets them.
    package static let services = ServiceName.allCases.map(\.rawValue)

    /// The folder of the program that runs, which holds the other five wherever they were built or installed together.
    package static var ownFolder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// The path of one of the executables, such as `redress-intake`.
    package func program(_ name: String) -> String { binaries.appending(path: name).path }
}
