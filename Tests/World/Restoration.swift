package import Contracts
import Domain
import Fakes
import Runtime

/// What came of a service whose database was restored to an earlier time, while Kafka and the other services went on.
package struct Restoration {
    /// Why it took no lane, as it said; `nil` where it said nothing.
    package private(set) var reason: String?
    /// Facts on its own topics since the backup.
    package private(set) var publishedSince = 0
    /// Messages on its own topics while it had the restored database.
    package private(set) var publishedAgain = 0
    /// What was wrong in the end, when the latest database was back.
    package private(set) var violations: [Violation] = []

    /// Plays it: work for a while, a backup, work until the service has published, the backup in its place, and then the latest again.
    package init(of service: Party, in simulation: Simulation) {
        guard let group = simulation.groups.first(where: { $0.definition.name == service.rawValue }) else { return }
        let own = Topic.own(of: service).map(\.name)
        func published() -> Int { own.reduce(0) { $0 + simulation.stage.broker.messages(of: $1).count } }
        // What has a number: heartbeats and the like have none, and nobody misses them.
        func facts() -> Int {
            own.reduce(0) { $0 + simulation.stage.broker.messages(of: $1).count { PublishedFact($0, from: service.source) != nil } }
        }

        simulation.endTrouble()
        _ = simulation.goOn(200)
        let backup = MemoryDatabase(copying: group.database)
        let atBackup = facts()
        _ = simulation.goOn(5_000) { group.database.unconfirmedRows == 0 && facts() > atBackup }
        publishedSince = facts() - atBackup

        let (latest, atRestore) = (group.database, published())
        simulation.restart(group, on: backup)
        _ = simulation.goOn(200)
        publishedAgain = published() - atRestore
        for case .unusable(let text) in simulation.stage.observer.notices where text.contains("--service \(service.rawValue)") {
            reason = text
        }

        simulation.restart(group, on: latest)
        violations = Judgement(of: simulation).violations(cameToRest: simulation.heal())
    }
}
