import Foundation
import Policies
import Testing
import World

/// Spoilt messages through all decoders and the five services' handlers.
@Suite struct FuzzTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL

    @Test(arguments: [UInt64(1), 2])
    func whateverIsSpoiltIsAnsweredOrPutAsideWithAReason(seed: UInt64) throws {
        let fuzzer = try Fuzzer(seed: seed, pack: PolicyPackLoader.load(directory: Self.folder))
        fuzzer.run(events: 2_000)
        let report = fuzzer.report
        #expect(report.breaches.isEmpty, "seed \(seed): \(report.breaches.prefix(3))")
        #expect(report.answered > 0 && report.parked > 0 && report.reasons.count > 20, "\(report.text)")
        #expect(report.unsound.isEmpty, "what is not spoilt is taken")
    }
}
