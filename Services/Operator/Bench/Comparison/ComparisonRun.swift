import Foundation

/// Two releases measured in turn, several times, on the same servers.
struct ComparisonRun {
    let plan: BenchPlan
    let ground: BenchGround
    let this: ReleaseFolder
    let other: ReleaseFolder

    /// - Throws: what kept one of the releases from running, after the ratios of the turns before have been said.
    func measure() throws -> BenchComparison {
        var comparison = BenchComparison(plan: plan, broker: ground.deployment.broker.kind, against: other.binaries.path)
        do {
            for turn in 0..<plan.turns {
                var figures: [ComparedRelease: [BenchFigure]] = [:]
                for release in ComparedRelease.order(of: turn) {
                    ground.say("turn \(turn + 1) of \(plan.turns): \(release.title)")
                    ground.deployment.take(release == .this ? this : other)
                    figures[release] = try BenchRun(plan: plan, ground: ground).measure().figures
                }
                comparison.turns.append((figures[.this] ?? [], figures[.other] ?? []))
            }
        } catch {
            if !comparison.turns.isEmpty { ground.say("so far:\n\(comparison.text)") }
            throw error
        }
        return comparison
    }
}
