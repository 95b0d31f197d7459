extension BenchReport {
    /// Every figure by its name, in the order of the report. Those of a round with other than one worker begin with `workersN.`.
    var figures: [BenchFigure] {
        rounds.flatMap(\.figures) + gains + starts + findings.flatMap(\.figures)
    }

    private var starts: [BenchFigure] {
        let services = DeploymentPlan.services.filter { startSeconds[$0] != nil }
        let own = services.flatMap { service in
            [
                startSeconds[service].map { BenchFigure("start.\(service).seconds", $0, .seconds) },
                startPeak[service].map { BenchFigure("start.\(service).memory", $0, .mebibytes) },
            ].compactMap(\.self)
        }
        let slowest = startSeconds.values.max().map { BenchFigure("start.slowest.seconds", $0, .seconds) }
        let largest = startPeak.values.max().map { BenchFigure("start.largest.memory", $0, .mebibytes) }
        return own + [slowest, largest].compactMap(\.self)
    }

    private var gains: [BenchFigure] {
        guard let first = rounds.first else { return [] }
        return rounds.dropFirst().flatMap { round in
            Scenario.allCases.compactMap { scenario in
                round.gain(in: scenario, over: first).map { BenchFigure("\(round.prefix)\(scenario.word).gain", $0, .times) }
            }
        }
    }
}

extension BenchReport.Round {
    /// What the names of its figures begin with.
    var prefix: String { workers == 1 ? "" : "workers\(workers)." }

    /// Its throughput divided by that of another round; `nil` where one of them has none.
    func gain(in scenario: Scenario, over other: Self) -> Double? {
        guard let mine = outcomes[scenario]?.perSecond, let theirs = other.outcomes[scenario]?.perSecond, theirs > 0 else { return nil }
        return mine / theirs
    }

    fileprivate var figures: [BenchFigure] {
        let loads = Scenario.allCases.flatMap { scenario in
            outcomes[scenario].map { figures(of: $0, named: prefix + scenario.word) } ?? []
        }
        let ceiling = ceilingPerSecond.map { [BenchFigure("\(prefix)intake.ceiling", $0, .perSecond)] } ?? []
        let memories = memory.sorted { $0.key < $1.key }.map { BenchFigure("\(prefix)all.memory.\($0.key)", $0.value.peak, .mebibytes) }
        return loads + ceiling + memories + latencies.flatMap { $0.figures(named: "\(prefix)latency.\($0.rate)") }
    }

    private func figures(of outcome: ScenarioRun.Outcome, named name: String) -> [BenchFigure] {
        let order = DeploymentPlan.services + [ProcessorTimes.broker, ProcessorTimes.database]
        let parts = order.compactMap { part in outcome.cpuMicroseconds[part].map { BenchFigure("\(name).cpu.\(part)", $0, .microseconds) } }
        return [BenchFigure("\(name).throughput", outcome.perSecond, .perSecond)] + parts + [
            BenchFigure("\(name).cpu.services", outcome.servicesMicroseconds, .microseconds),
            BenchFigure("\(name).cpu.together", outcome.productMicroseconds, .microseconds),
            BenchFigure("\(name).brokerShare", outcome.brokerShare, .percent),
        ]
    }
}

extension LatencyRun {
    /// The middle and the tail, those of the empty way, and by how much the way of a complaint is longer, each in milliseconds.
    func figures(named name: String) -> [BenchFigure] {
        [
            BenchFigure("\(name).median", dispatched.median, .milliseconds),
            BenchFigure("\(name).p99", dispatched.p99, .milliseconds),
            BenchFigure("\(name).floor.median", floor.median, .milliseconds),
            BenchFigure("\(name).floor.p99", floor.p99, .milliseconds),
            BenchFigure("\(name).aboveFloor.median", max(0, dispatched.median - floor.median), .milliseconds),
            BenchFigure("\(name).aboveFloor.p99", max(0, dispatched.p99 - floor.p99), .milliseconds),
        ]
    }
}
