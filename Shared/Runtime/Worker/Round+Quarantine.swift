import Contracts
import Domain
import Kafka

/// What a round does with the messages of a sender beyond its share.
extension Round {
    /// Who sent a message, as far as it can be read and believed; those that cannot be told apart are one.
    func sender(of item: ReadMessage) -> FloodGuard.Sender {
        let topic = item.message.topic
        guard worker.inputs[topic]?.topic.origin == .outsiders, !Self.ownTopics.contains(topic) else { return .service }
        guard let event = item.event else { return .outsider(item.sender.source ?? "") }
        // Whoever may write a topic may name another as the source: of a command it counts only where its signature was asked for.
        if Self.signedTopics.contains(topic), !item.isDecidable { return .outsider("") }
        guard Worker.ownSources.contains(event.source) else { return .outsider(event.source) }
        return item.isDecidable ? .service : .outsider("")
    }

    /// What only our services write, whatever their readers know a repetition by.
    private static let ownTopics = Set(Topic.all.filter { !$0.isWrittenByOutsiders }.map(\.name))
    /// Where commands are signed.
    private static let signedTopics: Set = [Topic.workOrderCommands.name, Topic.compensationCommands.name]

    /// Counts what became of a message, and says so where its sender is put in quarantine with it.
    func watch(_ item: ReadMessage, _ outcome: MessageOutcome) {
        // A command that nobody has signed says nothing of the one whose name it carries.
        if item.refusal.map({ $0.sender == nil }) == true { return }
        let isRead = if case .unreadable(let fault) = item.content, rejectedByStore == nil { fault.isOurs } else { true }
        let sender = sender(of: item)
        let monotonic = worker.clock.monotonicMilliseconds()
        guard floodGuard.count(sender, outcome, isRead: isRead, at: monotonic), case .outsider(let source) = sender else { return }
        notices.append(
            .quarantined(
                source: source, topic: item.message.topic, reason: lastFault?.description ?? "they were refused or rejected",
                seconds: worker.settings.floodGuard.quarantineMilliseconds / 1_000))
    }

    /// Puts a message aside whose sender is in quarantine, sealed and in order, to be replayed once the sender is mended. It is kept under no
    /// key, so that nothing of another sender waits behind it.
    ///
    /// - Returns: whether it was one.
    func putAside(_ item: ReadMessage) -> Bool {
        guard floodGuard.isQuarantined(sender(of: item)) else { return false }
        let fault = Fault(
            field: "source", problem: "is in quarantine, as too many of its messages could not be taken",
            expected: "a sender that is mended; replay what was put aside then")
        deadLetter(item, under: "", fault: fault, isAnnounced: false)
        return true
    }
}

extension Worker {
    /// Lets out the senders whose quarantine is over.
    func endQuarantines() {
        guard !floodGuard.quarantined.isEmpty else { return }
        for source in floodGuard.release(at: clock.monotonicMilliseconds()) { observer.notice(.quarantineEnded(source: source)) }
    }
}
