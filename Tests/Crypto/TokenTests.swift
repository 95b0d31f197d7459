import Crypto
import Foundation
import Testing

@Suite struct TokenTests {
    @Test func aLinesTokenIsTheSameEverywhereUnderOneKey() throws {
        let hasher = try LineHasher(key: SealingKey(Data(0..<32)))
        // The first 128 bits of HMAC-SHA-256, computed with Python's hmac and base64 modules.
        #expect(try hasher.token(for: "13800138000") == "6a3fzaljsnzsrha7ycoklvpy7u")
        #expect(try hasher.token(for: "13800138001") != "6a3fzaljsnzsrha7ycoklvpy7u")
        #expect(try hasher.token(for: "13800138000") == "6a3fzaljsnzsrha7ycoklvpy7u")
    }

    @Test func underAnotherKeyTheTokenIsAnother() throws {
        let hasher = try LineHasher(key: SealingKey(Data(1..<33)))
        #expect(try hasher.token(for: "13800138000") != "6a3fzaljsnzsrha7ycoklvpy7u")
    }

    @Test func tokensOfAThousandLinesAreAllDifferent() throws {
        let hasher = try LineHasher(key: .generate())
        let tokens = try Set((0..<1000).map { try hasher.token(for: "1380013\($0)") })
        #expect(tokens.count == 1000)
        #expect(tokens.allSatisfy { $0.utf8.count == 26 })
    }

    @Test func equalityInConstantTimeIsEquality() {
        #expect(ConstantTime.equal(Data([1, 2]), Data([1, 2])))
        #expect(ConstantTime.equal(Data(), Data()))
        #expect(!ConstantTime.equal(Data([1, 2]), Data([1, 3])))
        #expect(!ConstantTime.equal(Data([1, 2]), Data([1])))
    }

    @Test func randomIdentifiersAreUUIDsOfVersion4() throws {
        let ids = (0..<1000).map { _ in RandomID.next() }
        #expect(Set(ids).count == 1000)
        for id in ids {
            let characters = Array(id)
            #expect(UUID(uuidString: id) != nil)
            #expect(id == id.lowercased())
            #expect(characters[14] == "4")
            #expect("89ab".contains(characters[19]))
        }
    }
}
