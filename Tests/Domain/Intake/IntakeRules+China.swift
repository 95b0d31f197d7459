import Foundation
import Policies

@testable import Domain

extension IntakeRules {
    /// The rules of the China pack as it ships.
    static func china() throws -> IntakeRules { try shipped.get() }

    private static let shipped = Result {
        try PolicyPackLoader.load(
            directory: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
                .standardizedFileURL
        ).intake
    }
}
