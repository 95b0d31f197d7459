/// What compensation remembers of one complaint.
public enum Compensation: Sendable, Equatable {
    case unregistered(WaitingFindings)
    case registered(ClaimState)

    public var status: ClaimStatus {
        switch self {
        case .unregistered: .unregistered
        case .registered(let file): file.status
        }
    }
}

extension Compensation: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "unregistered": self = .unregistered(try fields.required("_0"))
        case "registered": self = .registered(try fields.required("_0"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .unregistered(let value): writer.writeCase("unregistered", ("_0", value))
        case .registered(let value): writer.writeCase("registered", ("_0", value))
        }
    }
}
