import Policies
public import Runtime

/// Tells customers and staff what happened, once each.
public enum NotificationService {
    public static let definition = ServiceDefinition(
        name: "notification", summary: "Tells customers and staff what happened, once each.", schemaVersion: 260
    ) { pack, personalData, _ in
        [NoticeHandler(rules: pack.notification, personalData: personalData), StaffDigestHandler(rules: pack.notification)]
    }
}
