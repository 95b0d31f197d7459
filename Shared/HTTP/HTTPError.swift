/// Why a server could not start.
public enum HTTPError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another process, or another server of this one, listens on the port.
    case portInUse(address: String, port: UInt16)
    /// The system does not let this process listen there: ports below 1024 are the administrator's.
    case notPermitted(address: String, port: UInt16)
    /// The address is no address of this host.
    case badAddress(String, reason: String)
    /// Anything else; the reason is the system's.
    case cannotStart(address: String, port: UInt16, reason: String)

    /// The fault in words, with address and port.
    public var description: String {
        switch self {
        case .portInUse(let address, let port): "port \(port) of \(address) is in use by another process"
        case .notPermitted(let address, let port): "this process may not listen on port \(port) of \(address)"
        case .badAddress(let address, let reason): "\(address) is not an address to listen on: \(reason)"
        case .cannotStart(let address, let port, let reason): "cannot listen on port \(port) of \(address): \(reason)"
        }
    }
}
