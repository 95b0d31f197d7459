import Domain
import Foundation
import Policies
import World

/// Where the stories of complaints that go up begin: the shipped pack, in a year whose holidays are published.
enum AboveStories {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL
    private static let pack: Result<PolicyPack, any Error> = Result { try PolicyPackLoader.load(directory: folder) }

    static func begin(at time: Instant) throws -> ServicesScenario { try ServicesScenario(pack.get(), from: time) }
}
