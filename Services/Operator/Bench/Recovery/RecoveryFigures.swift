/// The figures of a lane that was taken with much to send again.
enum RecoveryFigures {
    /// One taking of all lanes by a service that was started for it.
    struct Taking {
        /// From the start of the program until a complaint of the lane was registered and read, in seconds.
        let worksAfter: Double
        let peakMebibytes: Double
    }

    static func finding(unconfirmed: Int, nothing: Taking, recovered: Taking) -> BenchFinding {
        let more = max(0, recovered.worksAfter - nothing.worksAfter)
        return BenchFinding(
            title: "a lane with \(unconfirmed) unconfirmed events is taken",
            figures: [
                BenchFigure("recovery.seconds", recovered.worksAfter, .seconds),
                BenchFigure("recovery.nothing.seconds", nothing.worksAfter, .seconds),
                BenchFigure("recovery.added.seconds", more, .seconds),
                BenchFigure("recovery.memory", recovered.peakMebibytes, .mebibytes),
            ],
            notes: [
                "From the start of intake until a new complaint of that lane was registered; nothing: with no unconfirmed event, added: what "
                    + "they added."
            ])
    }
}
