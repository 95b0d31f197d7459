import Fakes
import Foundation
import Policies
import Testing
import World

/// All five services together under trouble, by seed; and that the simulation bites where the protocol is broken on purpose.
@Suite struct FiveServicesTests {
    private static let pack: Result<PolicyPack, any Error> = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        return try PolicyPackLoader.load(directory: root.standardizedFileURL)
    }

    @Test(arguments: 0..<60)
    func whateverDiesEveryComplaintComesToItsEndOnce(seed: Int) throws {
        let violations = try Simulation(seed: UInt64(seed), pack: Self.pack.get()).run()
        #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3))")
    }

    @Test(arguments: ProtocolMutation.allCases)
    func aBrokenPromiseIsNoticed(mutation: ProtocolMutation) throws {
        let pack = try Self.pack.get()
        let caught = try (0..<40).first { seed in
            try !Simulation(seed: UInt64(seed), pack: pack, mutation: mutation).run().isEmpty
        }
        #expect(caught != nil, "no seed up to 40 catches \(mutation)")
    }
}
