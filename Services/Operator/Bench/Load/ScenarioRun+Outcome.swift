extension ScenarioRun {
    /// What a timed load gave.
    struct Outcome {
        let complaints: Int
        let seconds: Double
        /// Microseconds of processor time a complaint, by part.
        let cpuMicroseconds: [String: Double]

        var perSecond: Double { Double(complaints) / max(seconds, 0.000_001) }

        /// Of the services together, in microseconds a complaint.
        var servicesMicroseconds: Double { DeploymentPlan.services.reduce(0) { $0 + (cpuMicroseconds[$1] ?? 0) } }

        /// Of the services, the broker and the database together: all but the bench itself, in microseconds a complaint.
        var productMicroseconds: Double {
            cpuMicroseconds.reduce(0) { $1.key == ProcessorTimes.bench ? $0 : $0 + $1.value }
        }

        /// How much of that the broker used, in per cent. While its compiler has not settled, it is larger.
        var brokerShare: Double {
            let all = productMicroseconds
            return all > 0 ? (cpuMicroseconds[ProcessorTimes.broker] ?? 0) / all * 100 : 0
        }
    }
}
