/// Why a finding of liability is worth nothing, in words for the people who found it.
struct ClaimDenial: Error, Equatable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
