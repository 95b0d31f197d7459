/// One of the topics: its name, its key, who writes and who reads it.
public struct Topic: Hashable, Sendable {
    /// What a topic's key is.
    public enum Key: String, Sendable, CaseIterable {
        /// The service number.
        case line
        /// The complaint number; a rejected intake event, which has none, has the line's token.
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

    public let name: String
    public let key: Key
    public let writers: [Party]
    public let readers: [Party]
    /// How many partitions it is made with where nobody says otherwise; topics read together need equal numbers.
    public let defaultPartitionCount: Int

    /// Whether it has a number of partitions of its own, whatever the topics have that services read together.
    public var hasOwnPartitionCount: Bool { key == .original || key == .report }

    /// Whether Kafka keeps the last message of each key for as long as there is one, rather than all messages for a time.
    public var isCompacted: Bool { name == Self.customerKeys.name }

    /// Whether Kafka keeps messages for a time, and of those of one key the last: tombstones take back what was written.
    public var isErasable: Bool { key == .gatewayText }

    /// Whether others than the five services write it, so that the partition of each message has to be checked.
    public var isWrittenByOutsiders: Bool { writers.contains { !$0.isService } }
}

extension Topic {
    public static let intake = Topic("redress.intake", .line, from: [.gateway, .regulatorDesk, .operator], to: [.intake])
    public static let complaints = Topic(
        "redress.complaints", .complaint, from: [.intake], to: [.dispatch, .slaMonitor, .compensation, .notification])
    public static let workOrderCommands = Topic(
        "redress.work-order-commands", .complaint, from: [.handlerDesk, .dispatch], to: [.dispatch])
    public static let workOrders = Topic(
        "redress.work-orders", .complaint, from: [.dispatch], to: [.intake, .slaMonitor, .compensation, .notification])
    public static let alerts = Topic(
        "redress.alerts", .alert, from: [.slaMonitor], to: [.dispatch, .compensation, .notification, .monitoring])
    public static let risks = Topic("redress.risks", .risk, from: [.slaMonitor], to: [.slaMonitor])
    public static let compensationCommands = Topic(
        "redress.compensation-commands", .complaint, from: [.approver, .billing], to: [.compensation])
    public static let compensations = Topic(
        "redress.compensations", .complaint, from: [.compensation], to: [.dispatch, .slaMonitor, .notification, .billing])
    public static let notifications = Topic("redress.notifications", .complaint, from: [.notification], to: [.gateway])
    public static let staffNotices = Topic("redress.staff-notices", .unit, from: [.notification], to: [.notification])
    public static let notificationReceipts = Topic("redress.notification-receipts", .complaint, from: [.gateway], to: [.notification])
    public static let customerKeys = Topic(
        "redress.customer-keys", .customerKey, from: [.intake, .dispatch, .compensation, .notification], to: [.notification, .gateway])
    public static let gatewayTextRequests = Topic("redress.gateway-text-requests", .customerKey, from: [.notification], to: [.notification])
    public static let gatewayTexts = Topic("redress.gateway-texts", .gatewayText, from: [.notification], to: [.gateway])
    public static let deadLetters = Topic("redress.dead-letters", .original, from: Party.services, to: [.operator], partitions: 3)

    public static let reports = Topic("redress.reports", .report, from: [.operator], to: [.operator, .monitoring], partitions: 1)

    /// All of them, in the order a complaint meets them.
    public static let all = [
        intake, complaints, workOrderCommands, workOrders, risks, alerts, compensationCommands, compensations,
        notifications, notificationReceipts, staffNotices, customerKeys, gatewayTextRequests, gatewayTexts,
        deadLetters, reports,
    ]

    /// The topics that this party alone writes.
    public static func own(of party: Party) -> [Topic] { all.filter { $0.writers == [party] } }

    /// The topic of that name; `nil` for any other.
    public static func named(_ name: String) -> Topic? { all.first { $0.name == name } }

    private init(_ name: String, _ key: Key, from writers: [Party], to readers: [Party], partitions: Int = 12) {
        self.name = name
        self.key = key
        self.writers = writers
        self.readers = readers
        self.defaultPartitionCount = partitions
    }
}
