/// When an open work order comes to its end.
extension OpenWorkOrder {
    /// Whether it is time to archive: somebody asked, or the customer was told long enough ago and did not object.
    func isReadyToArchive(at now: Instant, by policy: WorkOrderPolicy) -> Bool {
        guard let due = archiveDue(by: policy) else { return false }
        return due <= now
    }

    /// When the work order archives itself; `nil` while nothing but a message can bring that nearer.
    func archiveDue(by policy: WorkOrderPolicy) -> Instant? {
        guard case .customerTold(let told) = stage, claims.unsettled.isEmpty else { return nil }
        let free = claimExpectedUntil(by: policy) ?? told.at
        if told.archiveRequested { return free }
        guard told.satisfied != false, let timeout = policy.archiveAfterCustomerTold else { return nil }
        return max(free, told.at.adding(timeout.value.duration))
    }

    /// Whether a claim stands in the way: an unsettled one, or one that the finding of liability lets expect (S198).
    func isBlockedByClaim(at now: Instant, by policy: WorkOrderPolicy) -> Bool {
        if !claims.unsettled.isEmpty { return true }
        guard let until = claimExpectedUntil(by: policy) else { return false }
        return now < until
    }

    /// Until when a claim that nobody has spoken of yet is expected.
    private func claimExpectedUntil(by policy: WorkOrderPolicy) -> Instant? {
        guard let finding, finding.ground != nil, !claims.heardSinceFinding, policy.claimExpectedFor.value.contains(finding.liability)
        else {
            return nil
        }
        return finding.at.adding(policy.claimExpectedWithin.value.duration)
    }

    func archive(_ outcome: ArchiveOutcome, at now: Instant) -> (ArchivedWorkOrder, WorkOrderEvent) {
        // Kept only where there is something to account for: most complaints never have a claim.
        let hasClaims = finding?.ground != nil || claims.heardSinceFinding || claims.paid != nil
        return (
            ArchivedWorkOrder(
                complaint: complaint, workOrder: workOrder, unit: unit, outcome: outcome, archivedAt: now, urges: urges,
                malicious: malicious, appealSteps: appealSteps, followUp: followUp,
                account: hasClaims ? ArchivedWorkOrder.Account(line: line, claims: claims) : nil),
            .archived(
                WorkOrderArchived(
                    complaint: complaint, workOrder: workOrder, line: line, outcome: outcome, at: now, paid: claims.paid))
        )
    }
}
