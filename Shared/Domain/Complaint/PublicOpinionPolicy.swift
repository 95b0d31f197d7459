/// Which exposures make a complaint major: it may cause or has caused considerable public opinion (`intake.yaml`; S131, S135).
public struct PublicOpinionPolicy: Decodable, Equatable, Sendable {
    public let media: Sourced<[ExposureMedium]>
    public let effects: Sourced<[ExposureEffect]>
    /// Whether an exposure counts while no effect is known yet.
    public let beforeEffect: Sourced<Bool>
    /// The levels whose complaints can be major by exposure.
    public let levels: Sourced<[ChannelLevel]>

    /// Whether an exposure makes a complaint of a level major.
    func isMajor(_ exposure: Exposure, at level: ChannelLevel) -> Bool {
        guard levels.value.contains(level), media.value.contains(exposure.medium) else { return false }
        return exposure.effect.map(effects.value.contains) ?? beforeEffect.value
    }
}
