/// A step of the appeal that is on record.
public struct AppealStepRecord: Codable, Sendable, Equatable {
    public let step: AppealStep
    public let at: Instant
}
