import Foundation
import Glibc

/// The processor time that each part of a deployment has used up to one moment, in seconds.
struct ProcessorTimes {
    static let broker = "broker"
    static let database = "postgresql"
    static let bench = "bench"

    private(set) var seconds: [String: Double]

    init(seconds: [String: Double] = [:]) {
        self.seconds = seconds
    }

    /// Looks at the processes of a deployment and at our own.
    static func now(of deployment: Deployment) throws -> ProcessorTimes {
        let table = try ProcessTable.read()
        var times = ProcessorTimes()
        for service in deployment.services { times.add(service.name, table.family(of: service.processIdentifier)) }
        // Java is started by nobody here but for Apache Kafka, whose launch script becomes it.
        let brokers = table.entries.values.filter { $0.parent == getpid() && $0.name == "java" }.map(\.identifier)
        for broker in brokers + [deployment.broker.embeddedProcess].compactMap({ $0 }) { times.add(Self.broker, table.family(of: broker)) }
        if let server = deployment.postgres.serverProcess { times.add(Self.database, table.family(of: server)) }
        times.seconds[Self.bench] = table.entries[getpid()]?.ownSeconds
        return times
    }

    /// Microseconds a complaint that each part has used since an earlier moment.
    func microseconds(since earlier: ProcessorTimes, complaints: Int) -> [String: Double] {
        seconds.reduce(into: [:]) { result, part in
            result[part.key] = (part.value - (earlier.seconds[part.key] ?? 0)) * 1_000_000 / Double(max(complaints, 1))
        }
    }

    /// The share of one core that each part has had since an earlier moment, in per cent.
    func shares(since earlier: ProcessorTimes, seconds length: Double) -> [String: Double] {
        seconds.reduce(into: [:]) { result, part in
            result[part.key] = (part.value - (earlier.seconds[part.key] ?? 0)) / max(length, 0.001) * 100
        }
    }

    /// What ended below a process of the family counts too, such as a PostgreSQL process whose client has gone.
    private mutating func add(_ part: String, _ family: [ProcessTable.Entry]) {
        seconds[part, default: 0] += family.reduce(0) { $0 + $1.ownSeconds + $1.endedChildrenSeconds }
    }
}
