import Contracts
import Domain
import Policies
public import Runtime

/// Tells customers and staff what happened, once each.
public enum NotificationService {
    public static let definition = ServiceDefinition(
        name: "notification", summary: "Tells customers and staff what happened, once each.", schemaVersion: 2
    ) { pack, _ in
        [
            DeciderHandler(
                NotificationDecider.self, topics: [.complaints, .workOrders, .alerts, .compensations, .notificationReceipts],
                policy: pack.notification
            ) { (event, topic, coder) throws(Fault) in
                switch topic {
                case .complaints: try .fact(event, coder) { .complaint($0) }
                case .workOrders: try .fact(event, coder) { .workOrder($0) }
                case .alerts: try .fact(event, coder) { .alert($0) }
                case .compensations: try .fact(event, coder) { .claim($0) }
                case .notificationReceipts: try receipt(event)
                default: .skipped
                }
            }
        ]
    }

    private static func receipt(_ event: CloudEvent) throws(Fault) -> Reading<NoticeInput> {
        let received = try ReceiptReader.read(event)
        return .of(received.complaint.rawValue, .receipt(received.receipt, received.identity))
    }
}
