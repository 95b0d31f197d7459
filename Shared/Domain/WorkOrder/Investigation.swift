/// What the investigation of a complaint has put on file, by its numbers; what it says travels sealed and is not kept here.
public struct Investigation: Codable, Sendable, Equatable {
    public internal(set) var evidence: [Evidence] = []
    /// The numbers of special meetings' minutes.
    public internal(set) var minutes: [String] = []
    /// The units that were asked and have not contributed yet.
    public internal(set) var asked: [Asked] = []

    /// How many of each are kept; more are refused.
    static let limit = 64

    /// One piece of evidence.
    public struct Evidence: Codable, Sendable, Equatable {
        public let kind: String
        public let reference: String
    }

    /// A unit, where it is another province's of which.
    public struct Asked: Codable, Sendable, Equatable {
        public let unit: Unit
        public let province: Province?
    }
}
