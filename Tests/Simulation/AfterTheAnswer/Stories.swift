import Domain
import Foundation
import Policies
import World

/// Where the stories of what follows an answer begin: the shipped pack, on a Monday whose year's holidays are published.
enum Stories {
    private static let pack: Result<PolicyPack, any Error> = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        return try PolicyPackLoader.load(directory: root.appending(path: "Ops/policies/china"))
    }

    /// Nothing has happened yet.
    ///
    /// - Parameter time: when the story begins.
    static func begin(at time: Instant) throws -> ServicesScenario { try ServicesScenario(pack.get(), from: time) }
}
