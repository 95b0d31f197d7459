internal import Foundation
internal import Glibc
internal import Synchronization

/// A bad network to one server, at will: a TCP proxy on loopback that delays and slows down what passes through it.
///
/// All connections are served by one thread. Bytes keep their order, and none is lost unless a connection ends.
public final class SlowLink: Sendable {
    /// How well the network does.
    public struct Quality: Sendable, Equatable {
        /// How long each byte is under way besides, in milliseconds.
        public var delayMilliseconds: Int64
        /// How many bytes a second pass in each direction of a connection; `nil` for as many as come.
        public var bytesPerSecond: Int?

        public init(delayMilliseconds: Int64, bytesPerSecond: Int? = nil) {
            self.delayMilliseconds = delayMilliseconds
            self.bytesPerSecond = bytesPerSecond
        }

        /// As if it were not there.
        public static let good = Quality(delayMilliseconds: 0)
    }

    /// Where clients connect.
    public let port: Int
    private let quality = Mutex(Quality.good)
    private let isEnded = Atomic(false)

    /// How long the thread waits where nothing moves, in milliseconds: that late it hears of another quality, or of the end.
    private static let timeout: Int32 = 50

    /// - Parameter server: the port of the loopback that all connections are passed on to, whether somebody listens there yet or not.
    public init(to server: Int) throws(EmbeddedError) {
        let (listener, port) = try LoopbackSocket.listen()
        self.port = port
        let thread = Thread { [weak self] in
            var connections: [LinkedConnection] = []
            while self?.serve(listener, server, &connections) == true {}
            for connection in connections { connection.close() }
            listener.close()
        }
        thread.name = "link to \(server)"
        thread.start()
    }

    deinit {
        end()
    }

    /// Ends all connections and takes no new ones.
    public func end() { isEnded.store(true, ordering: .releasing) }

    /// Makes the network better or worse, for what comes from now on.
    public func set(_ quality: Quality) { self.quality.withLock { $0 = quality } }

    /// Waits for something to move and moves it; `false` once it has ended.
    private func serve(_ listener: OpenDescriptor, _ server: Int, _ connections: inout [LinkedConnection]) -> Bool {
        guard !isEnded.load(ordering: .acquiring), let number = listener.number else { return false }
        var now = Self.milliseconds
        var waiting = [pollfd(fd: number, events: Int16(POLLIN), revents: 0)]
        for connection in connections { waiting += connection.interests(at: now) }
        let due = connections.compactMap(\.nextDue).filter { $0 > now }.min()
        let timeout = due.map { min(Self.timeout, Int32(clamping: $0 - now)) } ?? Self.timeout
        _ = unsafe poll(&waiting, nfds_t(waiting.count), timeout)
        now = Self.milliseconds
        let quality = quality.withLock { $0 }
        for connection in connections { connection.move(quality, at: now) }
        connections.removeAll(where: \.isOver)
        if waiting[0].revents != 0, let connection = LinkedConnection(accepting: number, server: server) { connections.append(connection) }
        return true
    }

    private static var milliseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
