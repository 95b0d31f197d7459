/// Why a finding of liability is worth nothing: a code for the customer, and words for the people who found it.
struct ClaimDenial: Error, Equatable {
    let code: DenialReason
    let reason: String

    init(_ code: DenialReason, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}
