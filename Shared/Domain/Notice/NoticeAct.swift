/// What comes of an input about a complaint.
public enum NoticeAct: Hashable, Sendable {
    /// An event for the outside.
    case notified(NoticeEvent)
    /// A notice for a unit's next digest.
    case collected(StaffNotice)
}
