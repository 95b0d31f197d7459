import Contracts
import Domain
import Fakes
import Foundation
import OperatorService
import Policies
import Runtime
import Testing
import World

/// All five services together under trouble, by seed; and that the simulation bites where the protocol is broken on purpose.
@Suite(.serialized) struct FiveServicesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL
    private static let pack: Result<PolicyPack, any Error> = Result { try PolicyPackLoader.load(directory: folder) }

    /// A handful, at once; `Ops/test` plays hundreds, in release.
    @Test(arguments: 0..<10)
    func whateverDiesEveryComplaintComesToItsEndOnce(seed: Int) throws {
        let violations = try Simulation(seed: UInt64(seed), submissions: 3, pack: Self.pack.get()).run(troubledSteps: 600)
        #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3))")
    }

    /// Forgeries come under the very ids of the commands they would take the place of, before them.
    @Test(arguments: 100..<106)
    func whereCommandsAreSignedForgeriesAreRefusedAndChangeNothing(seed: Int) throws {
        let roles = try RolePolicy.load(directory: Self.folder)
        let senders = try DemoSenders(roles)
        let gate = try CommandGate(senders.register, roles: roles, mode: .required)
        let simulation = try Simulation(seed: UInt64(seed), pack: Self.pack.get(), senders: senders, gate: gate)
        let violations = simulation.run()
        #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3))")
        #expect(simulation.refusals > 0)
    }

    @Test func inAHandfulOfSeedsEveryCommandTakesEffect() throws {
        let pack = try Self.pack.get()
        var taken: Set<String> = []
        for seed in 300..<312 as Range<UInt64> {
            let simulation = try Simulation(seed: seed, submissions: 16, pack: pack)
            let violations = simulation.run(troubledSteps: 600)
            #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(3))")
            taken.formUnion(simulation.effects)
        }
        let all =
            WorkOrderCommand.Name.allCases.map(\.type) + ClaimCommand.Name.allCases.map(\.type) + IntakeType.allCases.map(\.rawValue)
        #expect(Set(all).subtracting(taken).sorted() == [])
    }

    @Test(arguments: Party.services)
    func aServiceWhoseDatabaseIsFromBeforeSaysSoPublishesNothingAndGoesOnWithTheLatest(service: Party) throws {
        let outcome = try Restoration(of: service, in: Simulation(seed: 1, pack: Self.pack.get()))
        #expect(outcome.publishedSince > 0, "there is nothing that the backup lacks")
        #expect(outcome.reason?.contains("restore.md") == true)
        #expect(outcome.publishedAgain == 0)
        #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(3))")
    }

    /// What is merely not done yet when time runs out proves nothing.
    private static let mayOnlyBeLate: Set = ["a complaint comes to its end once", "the journal is confirmed to its end"]

    @Test(arguments: ProtocolMutation.allCases)
    func aBrokenPromiseIsNoticed(mutation: ProtocolMutation) throws {
        let pack = try Self.pack.get()
        let caught = try (0..<20).first { seed in
            let simulation = try Simulation(seed: UInt64(seed), submissions: 4, pack: pack, mutation: mutation)
            return simulation.run(rounds: 1_500).contains { $0.promise != Violation.rest && !Self.mayOnlyBeLate.contains($0.promise) }
        }
        #expect(caught != nil, "no seed up to 20 catches \(mutation)")
    }
}
