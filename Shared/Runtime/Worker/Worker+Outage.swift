import Domain
import Kafka

/// What a worker does when a server is away, or when something is wrong that waiting will not mend.
extension Worker {
    func handle(_ error: StoreError) {
        // It may be another one when it is back.
        isDatabaseTrusted = false
        switch error {
        case .unavailable(let reason):
            let fault = "PostgreSQL is away: \(reason)"
            if !isStoreAway {
                observer.notice(.outageBegan(server: "PostgreSQL", reason: reason))
            } else if storeFault != fault {
                observer.notice(.outageGoesOn(server: "PostgreSQL", reason: reason))
            }
            storeFault = fault
            loseAllLanes()
        case .refused(let fault):
            halt("the store refuses a take: \(fault)")
        case .unusable(let reason):
            // A person must act, but not on this process: it goes on by itself once the cause is mended.
            if storeFault != reason { observer.notice(.unusable(reason: reason)) }
            storeFault = reason
            loseAllLanes()
        }
    }

    /// Whether the last transaction took effect is open: taking the lanes again answers it.
    func loseAllLanes() {
        untaken.formUnion(lanes.keys)
        lanes = [:]
        waiting = []
        pauseReading()
        takeBackoff.failed(at: clock.monotonicMilliseconds())
    }

    func storeAnswers() {
        if isStoreAway { observer.notice(.outageEnded(server: "PostgreSQL")) }
        storeFault = nil
    }

    /// A message can never be delivered as things stand: drop what the producer holds, and enqueue it again from the journal.
    func resetProducer(because reason: String) {
        observer.notice(.producerFailed(reason: reason))
        do {
            try log.purge()
        } catch {
            return halt("the producer cannot be rebuilt: \(error)")
        }
        outgoing.clear()
        loseAllLanes()
    }

    /// Stops taking messages and says so, and tries again after a pause that grows: whatever was mended meanwhile, nobody has to restart it.
    func halt(_ reason: String) {
        guard !isHalted else { return }
        isHalted = true
        if haltReason != reason { observer.notice(.halted(reason: reason)) }
        haltReason = reason
        haltBackoff.failed(at: clock.monotonicMilliseconds())
        waiting = []
        pauseReading()
    }

    /// Tries again what it had stopped for; the reason stands until something has been stored.
    func tryAgainIfHalted() {
        guard isHalted, haltBackoff.mayTry(at: clock.monotonicMilliseconds()) else { return }
        isHalted = false
        loseAllLanes()
    }

    /// Something has been stored.
    func endHalt() {
        haltBackoff.succeeded()
        guard haltReason != nil, !isHalted else { return }
        haltReason = nil
        observer.notice(.resumed)
    }

    /// Reads nothing for now, and stays in the group.
    func pauseReading() {
        guard isAssigned else { return }
        do {
            try log.assign([])
        } catch {
            observer.notice(.brokerSays(level: 4, text: error.description))
        }
    }
}
