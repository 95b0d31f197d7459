import Dispatch
import Foundation
import Postgres

/// The servers on which everything is measured, one part after the other and one release after the other.
final class BenchGround {
    let deployment: Deployment
    /// Told in a few words what is being done.
    let say: (String) -> Void
    private var databases = 0

    /// Starts the servers.
    init(_ plan: DeploymentPlan, say: @escaping (String) -> Void) throws {
        self.say = say
        say("starting the servers")
        deployment = try Deployment(plan)
    }

    /// The name of a database that nothing has used yet.
    func nextDatabase() -> String {
        databases += 1
        return "bench_\(databases)"
    }

    /// Ends the services and drops their database: what one part leaves behind must not be work for the server while another is measured.
    func clear() throws {
        deployment.stopServices()
        try deployment.dropDatabase()
    }

    /// Lets time pass in which nothing of ours works.
    func wait(seconds: Double) {
        // Nobody signals.
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + seconds)
    }

    func stop() { deployment.stop() }
}
