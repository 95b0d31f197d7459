import Contracts
import Policies
public import Runtime

/// Notifies customers and staff of what happened, once each.
public enum NotificationService {
    public static let definition = ServiceDefinition(
        .notification, summary: "Notifies customers and staff of what happened, once each.", schemaVersion: 280
    ) { pack, personalData, _, gateways in
        let texts = gateways.isEmpty ? nil : GatewayTexts(gateways, personalData)
        let handlers: [any LaneHandler] = [
            NoticeHandler(rules: pack.notification, personalData: personalData, texts: texts), StaffDigestHandler(rules: pack.notification),
        ]
        return handlers + (texts.map { [GatewayTextHandler(texts: $0)] } ?? [])
    }
}
