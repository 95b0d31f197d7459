internal import Glibc

/// TCP on the loopback.
enum LoopbackSocket {
    /// Opens a listener on a port that the system picks.
    static func listen() throws(EmbeddedError) -> (listener: OpenDescriptor, port: Int) {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw EmbeddedError("open a listener", "socket: errno \(errno)") }
        let listener = OpenDescriptor(number)
        var address = address(port: 0)
        let isListening = unsafe withGeneric(&address) { unsafe bind(number, $0, $1) } == 0 && Glibc.listen(number, 128) == 0
        guard isListening else { throw EmbeddedError("open a listener", "errno \(errno)") }
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = unsafe withGeneric(&address) { pointer, _ in unsafe getsockname(number, pointer, &length) }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Whether a listener could have the port at this moment.
    static func isFree(_ port: Int) -> Bool {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { return false }
        defer { close(number) }
        var address = address(port: port)
        return unsafe withGeneric(&address) { unsafe bind(number, $0, $1) } == 0
    }

    /// A port that a listener could have at this moment.
    static func anyFreePort() throws(EmbeddedError) -> Int {
        let (listener, port) = try listen()
        listener.close()
        return port
    }

    /// The next connection of a listener that has one.
    static func accept(_ listener: Int32) -> OpenDescriptor? {
        let number = Glibc.accept(listener, nil, nil)
        guard number >= 0 else { return nil }
        sendAtOnce(number)
        return OpenDescriptor(number)
    }

    /// A connection to a port; `nil` where nobody takes it.
    static func connect(_ port: Int) -> OpenDescriptor? {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { return nil }
        var address = address(port: port)
        guard unsafe withGeneric(&address, { unsafe Glibc.connect(number, $0, $1) }) == 0 else {
            close(number)
            return nil
        }
        sendAtOnce(number)
        return OpenDescriptor(number)
    }

    /// Small packets are not gathered: the delay is to be the one that was asked for.
    private static func sendAtOnce(_ number: Int32) {
        var isOn: Int32 = 1
        _ = unsafe setsockopt(number, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return address
    }

    private static func withGeneric(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
