/// The job of solving one complaint, as dispatch remembers it.
public enum WorkOrder: Codable, Sendable, Equatable {
    case unregistered(UnregisteredWorkOrder)
    case open(OpenWorkOrder)
    case archived(ArchivedWorkOrder)

    public var status: WorkOrderStatus {
        switch self {
        case .unregistered: .unregistered
        case .open(let order): order.stage.status
        case .archived: .archived
        }
    }
}
