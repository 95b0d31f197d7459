internal import Domain
internal import Foundation

/// An intake event that was read and checked, its personal data not yet sealed.
enum IntakeDraft {
    case submission(Parts)
    case supplement(ComplaintNumber?, Parts)
    case urge(ComplaintNumber?, Channel)
    case withdrawal(ComplaintNumber?)

    struct Parts {
        let channel: Channel
        let province: Province
        let category: Domain.Category?
        let language: Language?
        let personal: PersonalData
        let receivedAt: Instant
        let flags: [Flag]
        let disputedAmount: Money?
        let settledOnSpot: Bool

        /// - Throws: a `Fault` when the guard cannot seal; its reason is not repeated, for it may quote the text.
        func submission(of line: LineReference, guard personalData: some PersonalDataGuard) throws(Fault) -> Submission {
            let sealed: Sealed
            do {
                sealed = try personalData.seal(personal.json, context: SealContext.personal)
            } catch {
                throw Fault(field: "data", problem: "could not be sealed", expected: "a working key")
            }
            return Submission(
                line: line, channel: channel, province: province, category: category, language: language, personal: sealed,
                given: personal.given, receivedAt: receivedAt, flags: flags, disputedAmount: disputedAmount,
                settledOnSpot: settledOnSpot)
        }
    }
}
