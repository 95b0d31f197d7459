import Policies
public import Runtime

/// Tells customers and staff what happened, once each.
public enum NotificationService {
    public static let definition = ServiceDefinition(
        name: "notification", summary: "Tells customers and staff what happened, once each.", schemaVersion: 210
    ) { pack, _ in
        [NoticeHandler(rules: pack.notification), StaffDigestHandler(rules: pack.notification)]
    }
}
