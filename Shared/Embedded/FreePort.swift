internal import Glibc

/// Finds a port of the loopback that nobody listens on. Another may take it before it is used: whoever uses it tries again then.
enum FreePort {
    static func find() throws(EmbeddedError) -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw EmbeddedError("find a free port", "socket: errno \(errno)") }
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe bind(socket, generic, length) == 0 && getsockname(socket, generic, &length) == 0
            }
        }
        guard isBound else { throw EmbeddedError("find a free port", "bind: errno \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
