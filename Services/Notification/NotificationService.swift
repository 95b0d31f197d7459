import Contracts
import Policies
public import Runtime

/// Notifies customers and staff of what happened, once each.
public enum NotificationService {
    public static let definition = ServiceDefinition(
        .notification, summary: "Notifies customers and staff of what happened, once each.", schemaVersion: 280
    ) { parts in
        let texts = parts.gateways.isEmpty ? nil : GatewayTexts(parts.gateways, parts.personalData)
        let rules = parts.pack.notification
        let handlers = [AnyLaneHandler(NoticeHandler(rules: rules, texts: texts)), AnyLaneHandler(StaffDigestHandler(rules: rules))]
        return handlers + (texts.map { [AnyLaneHandler(GatewayTextHandler(texts: $0))] } ?? [])
    }
}
