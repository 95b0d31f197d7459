internal import Domain
internal import Foundation

/// An intake event that was read and checked, its personal data not yet sealed.
enum IntakeDraft {
    case submission(Parts)
    case supplement(ComplaintNumber?, Parts)
    case urge(ComplaintNumber?, Channel, [Flag])
    case withdrawal(ComplaintNumber?)
    case appeal(ComplaintNumber?, Parts, Appeal)
    case exposure(ComplaintNumber?, Channel, Exposure)
    case feedback(ComplaintNumber?, Channel, Feedback, PersonalData)

    /// What the customer wants, with the personal data sealed.
    ///
    /// - Throws: a `Fault` when the guard cannot seal.
    func content(of line: LineReference, guard personalData: some PersonalDataGuard) throws(Fault) -> IntakeInput.Content {
        switch self {
        case .submission(let parts): .submission(try parts.submission(of: line, guard: personalData))
        case .supplement(let complaint, let parts):
            .supplement(complaint: complaint, try parts.submission(of: line, guard: personalData))
        case .urge(let complaint, let channel, let flags): .urge(complaint: complaint, channel: channel, flags: flags)
        case .withdrawal(let complaint): .withdrawal(complaint: complaint)
        case .appeal(let complaint, let parts, let appeal):
            .appeal(complaint: complaint, try parts.submission(of: line, guard: personalData), appeal)
        case .exposure(let complaint, let channel, let exposure): .exposure(complaint: complaint, channel: channel, exposure)
        case .feedback(let complaint, let channel, let feedback, let personal):
            .feedback(complaint: complaint, channel: channel, feedback, try personal.sealed(by: personalData))
        }
    }

    struct Parts {
        let channel: Channel
        let province: Province
        let category: Domain.Category?
        let language: Language?
        let personal: PersonalData
        /// Fields given beside the personal ones, by the names a policy may require.
        let alsoGiven: Set<String>
        let receivedAt: Instant
        let flags: [Flag]
        let disputedAmount: Money?
        let settledOnSpot: Bool
        let details: SubmissionDetails?

        /// - Throws: a `Fault` when the guard cannot seal.
        func submission(of line: LineReference, guard personalData: some PersonalDataGuard) throws(Fault) -> Submission {
            Submission(
                line: line, channel: channel, province: province, category: category, language: language,
                personal: try personal.sealed(by: personalData),
                given: alsoGiven.isEmpty ? personal.given : personal.given.union(alsoGiven), receivedAt: receivedAt, flags: flags,
                disputedAmount: disputedAmount,
                settledOnSpot: settledOnSpot, details: details)
        }
    }
}

extension PersonalData {
    /// - Throws: a `Fault` when the guard cannot seal; its reason is not repeated, for it may quote the text.
    func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> SealedText {
        do {
            return try personalData.seal(json, context: SealContext.personal)
        } catch {
            throw Fault.unsealable("data")
        }
    }
}
