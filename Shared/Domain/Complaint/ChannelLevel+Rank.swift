extension ChannelLevel {
    /// How high a customer has gone: a complaint of a higher level goes over the head of a lower one (S121, S132).
    var rank: Int {
        switch self {
        case .provincial: 0
        case .groupLevel: 1
        case .appeal: 2
        }
    }
}
