import Domain
import Seeded
import Testing

struct WholeNumberTests {
    @Test(arguments: [
        "", "+9", "-9", "-0", " 9", "9 ", "９", "٣", "0x10", "1_000", "1,000", "1.0", "1e3", "9223372036854775808", "\u{200B}9", "9\u{301}",
    ])
    func nothingButDigitsIsANumber(text: String) {
        #expect(Int64(digits: text) == nil)
    }

    @Test func theEndsOfTheTypeAreRead() {
        #expect(Int64(digits: "9223372036854775807") == .max)
        #expect(Int64(signedDigits: "-9223372036854775808") == .min)
        #expect(Int64(signedDigits: "-9223372036854775809") == nil)
        #expect(UInt8(digits: "255") == 255)
        #expect(UInt8(digits: "256") == nil)
        #expect(Int8(signedDigits: "-128") == -128)
        #expect(Int(digits: "007") == 7)
    }

    @Test(arguments: ["-", "--1", "+1", "-+1", "- 1", ""])
    func aSignIsOneMinusInFront(text: String) {
        #expect(Int(signedDigits: text) == nil)
    }

    @Test func whatIsWrittenIsReadBack() {
        var random = SplitMix64(seed: 4217)
        for _ in 0..<2_000 {
            let number = Int64(bitPattern: random.next()) >> Int64(random.below(64))
            #expect(Int64(signedDigits: String(number)) == number)
            #expect(UInt64(digits: String(number.magnitude)) == number.magnitude)
        }
    }
}
