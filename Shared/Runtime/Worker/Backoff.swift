/// Waits longer after each failure, up to a bound; one success forgets them all.
struct Backoff {
    let range: ClosedRange<Int64>
    private var failures = 0
    private(set) var notBefore: Int64 = 0

    init(_ range: ClosedRange<Int64>) {
        self.range = range
    }

    mutating func failed(at monotonic: Int64) {
        let pause = min(range.upperBound, range.lowerBound << min(failures, 16))
        failures += 1
        notBefore = monotonic + pause
    }

    mutating func succeeded() {
        failures = 0
        notBefore = 0
    }

    func mayTry(at monotonic: Int64) -> Bool { monotonic >= notBefore }
}
