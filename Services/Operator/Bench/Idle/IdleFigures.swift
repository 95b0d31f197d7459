/// The figures of idle services from what each process has used.
enum IdleFigures {
    /// - Parameters:
    ///   - alone: the shares of the servers without any service, in per cent of a core.
    ///   - together: the shares of services and servers.
    ///   - memory: the most memory of each service.
    static func finding(
        alone: [String: Double], together: [String: Double], memory: [BenchFigure], seconds: Int
    ) -> BenchFinding {
        let services = DeploymentPlan.services.compactMap { name in together[name].map { BenchFigure("idle.\(name).cpu", $0, .percent) } }
        let busiest = services.map(\.value).max().map { [BenchFigure("idle.busiestService.cpu", $0, .percent)] } ?? []
        let servers = [ProcessorTimes.broker, ProcessorTimes.database].flatMap { name in
            [
                together[name].map { BenchFigure("idle.\(name).cpu", $0, .percent) },
                alone[name].map { BenchFigure("idle.\(name).alone.cpu", $0, .percent) },
            ].compactMap(\.self)
        }
        let largest = memory.map(\.value).max().map { [BenchFigure("idle.largestService.memory", $0, .mebibytes)] } ?? []
        return BenchFinding(
            title: "five idle services, \(seconds) s", figures: services + busiest + servers + memory + largest,
            notes: ["Shares are of one core; alone: the same server without any service. Memory is the most since the start."])
    }
}
