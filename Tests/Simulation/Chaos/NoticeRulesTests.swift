import Chaos
import Domain
import Foundation
import Policies
import Testing

/// What the rehearsal of an upgrade leaves out of this release's pack, so that the release before can read what is stored.
@Suite struct NoticeRulesTests {
    private static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL

    private let text = """
        backoff: {value: [5m]}
        rules:
          - {when: dispatched, tell: responsible}
          - when: supplemented
            tell: responsible
          - {when: feedback-given, tell: responsible}
          - when: warned
            only: [red]
        digest: {value: 1h}
        """

    @Test func rulesOfOccasionsThatTheReleaseBeforeDoesNotKnowAreLeftOut() {
        #expect(NoticeRules(text).occasions == ["dispatched", "supplemented", "feedback-given", "warned"])
        #expect(
            NoticeRules(text).keeping(["dispatched", "warned"]) == """
                backoff: {value: [5m]}
                rules:
                  - {when: dispatched, tell: responsible}
                  - when: warned
                    only: [red]
                digest: {value: 1h}
                """)
        #expect(NoticeRules(text).keeping(NoticeRules(text).occasions) == text)
    }

    @Test func thePackWithoutThemIsAPackStill() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.pack, to: folder)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let file = folder.appending(path: "notification.yaml")
        let rules = NoticeRules(try String(contentsOf: file, encoding: .utf8))
        let new: Set = ["supplemented", "feedback-given"]
        #expect(rules.occasions.isSuperset(of: new))

        try rules.keeping(rules.occasions.subtracting(new)).write(to: file, atomically: true, encoding: .utf8)

        let before = try PolicyPackLoader.load(directory: Self.pack).notification.notification.rules
        let after = try PolicyPackLoader.load(directory: folder).notification.notification.rules
        #expect(after == before.filter { !new.contains($0.when.rawValue) })
        #expect(after.count < before.count)
    }
}
