extension FuzzReport {
    /// One object.
    package var json: String {
        let reasons = reasons.count
        return """
            {"events": \(spoilt), "answered": \(answered), "passedOver": \(passedOver), "deadLettered": \(parked), "reasons": \(reasons), \
            "breaches": \(breaches.count), "seconds": \(Int(seconds * 1000) / 1000)}
            """
    }

    /// For people: the numbers, the commonest reasons, and each breach.
    package var text: String {
        var lines = breaches.map { "breach: \($0)" }
        lines += reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map { "\($0.value) times: \($0.key)" }
        let rate = Int(Double(spoilt) / max(seconds, 0.001))
        lines.append(
            "\(spoilt) spoilt messages, \(rate) a second: \(answered) answered, \(passedOver) passed over, \(parked) dead letters with "
                + "\(reasons.count) reasons; \(breaches.count) breaches")
        return lines.joined(separator: "\n")
    }
}
