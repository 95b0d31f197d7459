/// One of the topics: its name, its key, who writes and who reads it.
public enum Topic: String, Hashable, Sendable, CaseIterable {
    // In the order a complaint meets them.
    case intake = "redress.intake"
    case complaints = "redress.complaints"
    case workOrderCommands = "redress.work-order-commands"
    case workOrders = "redress.work-orders"
    case risks = "redress.risks"
    case alerts = "redress.alerts"
    case compensationCommands = "redress.compensation-commands"
    case compensations = "redress.compensations"
    case notifications = "redress.notifications"
    case notificationReceipts = "redress.notification-receipts"
    case staffNotices = "redress.staff-notices"
    case customerKeys = "redress.customer-keys"
    case gatewayTextRequests = "redress.gateway-text-requests"
    case gatewayTexts = "redress.gateway-texts"
    case deadLetters = "redress.dead-letters"
    case reports = "redress.reports"

    /// What a topic's key is.
    public enum Key: String, Sendable, CaseIterable {
        /// The service number.
        case line
        /// The complaint number; a rejected intake event, which has none, has the line's token. An answer to what named neither has the source of
        /// what it answers.
        case complaint
        /// The complaint number, or the key of a risk.
        case alert
        /// The unit a notice is for.
        case unit
        /// The key of a risk: a province with a class of problem, or with a kind of alert.
        case risk
        /// The identifier of a customer's key.
        case customerKey = "customer-key"
        /// The number of the message whose texts a gateway is to open, and the key they were sealed by.
        case gatewayText = "gateway-text"
        /// Whatever the parked message had; a line as its token.
        case original
        /// A report's period and provinces.
        case report
    }

    public var name: String { rawValue }
    public var key: Key { row.key }
    public var writers: [Party] { row.writers }
    public var readers: [Party] { row.readers }
    /// How many partitions it is made with where nobody says otherwise; topics read together need equal numbers.
    public var defaultPartitionCount: Int { row.partitions }

    /// Whether it has a number of partitions of its own, whatever the topics have that services read together.
    public var hasOwnPartitionCount: Bool { key == .original || key == .report }

    /// Whether Kafka keeps the last message of each key for as long as there is one, rather than all messages for a time.
    public var isCompacted: Bool { self == .customerKeys }

    /// Whether Kafka keeps messages for a time, and of those of one key the last: tombstones take back what was written.
    public var isErasable: Bool { key == .gatewayText }

    /// Whether others than the five services write it, so that the partition of each message has to be checked.
    public var isWrittenByOutsiders: Bool { writers.contains { !$0.isService } }
}

extension Topic {
    /// All of them, in the order a complaint meets them.
    public static let all = allCases

    /// The topics that this party alone writes.
    public static func own(of party: Party) -> [Topic] { all.filter { $0.writers == [party] } }

    /// The topic of that name; `nil` for any other.
    public static func named(_ name: String) -> Topic? { Topic(rawValue: name) }

    /// A topic's row of the table.
    private struct Row {
        let key: Key
        let writers: [Party]
        let readers: [Party]
        let partitions: Int

        init(_ key: Key, from writers: [Party], to readers: [Party], partitions: Int = 12) {
            self.key = key
            self.writers = writers
            self.readers = readers
            self.partitions = partitions
        }
    }

    private var row: Row {
        switch self {
        case .intake: Row(.line, from: [.gateway, .regulatorDesk, .operator], to: [.intake])
        case .complaints:
            Row(
                .complaint, from: [.intake],
                to: [.dispatch, .slaMonitor, .compensation, .notification, .gateway, .regulatorDesk, .handlerDesk])
        case .workOrderCommands: Row(.complaint, from: [.handlerDesk, .dispatch], to: [.dispatch])
        case .workOrders: Row(.complaint, from: [.dispatch], to: [.intake, .slaMonitor, .compensation, .notification, .handlerDesk])
        case .alerts: Row(.alert, from: [.slaMonitor], to: [.dispatch, .compensation, .notification, .monitoring])
        case .risks: Row(.risk, from: [.slaMonitor], to: [.slaMonitor])
        case .compensationCommands: Row(.complaint, from: [.approver, .billing], to: [.compensation])
        case .compensations:
            Row(.complaint, from: [.compensation], to: [.dispatch, .slaMonitor, .notification, .approver, .billing])
        case .notifications: Row(.complaint, from: [.notification], to: [.dispatch, .gateway])
        case .staffNotices: Row(.unit, from: [.notification], to: [.notification])
        case .notificationReceipts: Row(.complaint, from: [.gateway], to: [.notification])
        case .customerKeys:
            Row(.customerKey, from: [.intake, .dispatch, .compensation, .notification], to: [.notification, .gateway])
        case .gatewayTextRequests: Row(.customerKey, from: [.notification], to: [.notification])
        case .gatewayTexts: Row(.gatewayText, from: [.notification], to: [.gateway])
        case .deadLetters: Row(.original, from: Party.services, to: [.operator], partitions: 3)
        case .reports: Row(.report, from: [.operator], to: [.operator, .monitoring], partitions: 1)
        }
    }
}
