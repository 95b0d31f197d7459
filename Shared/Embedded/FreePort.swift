internal import Foundation
internal import Glibc

/// Finds a port of the loopback that nobody uses. Another may take it before it is used: whoever uses it tries again then.
public enum FreePort {
    /// Below these lie the ports of well-known servers.
    private static let lowest = 10_000
    private static let tries = 200

    /// A port that no outgoing connection is given, so that a server which is away for a while finds its port free when it comes back.
    ///
    /// Where the system may give all of them to connections, it is one that is free at this moment.
    public static func find() throws(EmbeddedError) -> Int {
        let below = connectionPorts.lowerBound
        guard below > lowest else { return try LoopbackSocket.anyFreePort() }
        for _ in 0..<tries {
            let port = Int.random(in: lowest..<below)
            if LoopbackSocket.isFree(port) { return port }
        }
        throw EmbeddedError("find a free port", "none of \(tries) from \(lowest) to \(below - 1) is free")
    }

    /// The ports that the system gives to outgoing connections; Linux' usual ones where it does not say.
    public static var connectionPorts: ClosedRange<Int> {
        let text = FileManager.default.contents(atPath: "/proc/sys/net/ipv4/ip_local_port_range") ?? Data()
        let bounds = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] <= bounds[1] else { return 32_768...60_999 }
        return bounds[0]...bounds[1]
    }
}
