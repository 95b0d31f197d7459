/// The job of solving one complaint, as dispatch remembers it.
public enum WorkOrder: Sendable, Equatable {
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

extension WorkOrder: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "unregistered": self = .unregistered(try fields.required("_0"))
        case "open": self = .open(try fields.required("_0"))
        case "archived": self = .archived(try fields.required("_0"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .unregistered(let value): writer.writeCase("unregistered", ("_0", value))
        case .open(let value): writer.writeCase("open", ("_0", value))
        case .archived(let value): writer.writeCase("archived", ("_0", value))
        }
    }
}
