internal import Glibc

/// One connection through a `SlowLink`: two sockets, and what is under way between them. Owned by the link's thread.
final class LinkedConnection {
    private let client: OpenDescriptor
    private let server: OpenDescriptor
    private var there = Way()
    private var back = Way()
    private(set) var isOver = false

    /// What is under way in one direction.
    private struct Way {
        var chunks: [(due: Int64, bytes: [UInt8])] = []
        var size = 0
        /// When the last byte that was taken in will have been let through.
        var busyUntil: Int64 = 0
        /// Nothing more will come in.
        var isAtEnd = false
        /// The other side was told so.
        var isShut = false

        /// So many bytes may be under way; whoever sends more has to wait, as on a wire.
        static let room = 1 << 20
        var hasRoom: Bool { !isAtEnd && size < Self.room }

        mutating func take(_ bytes: [UInt8], _ quality: SlowLink.Quality, at now: Int64) {
            let passing = quality.bytesPerSecond.map { Int64(bytes.count) * 1000 / Int64(max(1, $0)) } ?? 0
            busyUntil = max(busyUntil, now) + passing
            // What was taken in under a worse quality is not overtaken.
            chunks.append((due: max(chunks.last?.due ?? 0, busyUntil + quality.delayMilliseconds), bytes: bytes))
            size += bytes.count
        }
    }

    private static let portion = 65_536

    /// Takes a client's connection and makes one to the server; `nil`, and the client is hung up on, where the server takes none.
    init?(accepting listener: Int32, server port: Int) {
        guard let client = LoopbackSocket.accept(listener) else { return nil }
        guard let server = LoopbackSocket.connect(port) else {
            client.close()
            return nil
        }
        self.client = client
        self.server = server
    }

    func close() {
        isOver = true
        client.close()
        server.close()
    }

    /// When the next bytes have to be let through.
    var nextDue: Int64? { [there.chunks.first?.due, back.chunks.first?.due].compactMap { $0 }.min() }

    /// What the link's thread waits for on the two sockets.
    func interests(at now: Int64) -> [pollfd] {
        [(client, there, back), (server, back, there)].map { socket, outgoing, incoming in
            var events: Int32 = outgoing.hasRoom ? POLLIN : 0
            if let due = incoming.chunks.first?.due, due <= now { events |= POLLOUT }
            return pollfd(fd: events == 0 ? -1 : socket.number ?? -1, events: Int16(events), revents: 0)
        }
    }

    /// Takes in what has come and lets through what is due.
    func move(_ quality: SlowLink.Quality, at now: Int64) {
        guard let client = client.number, let server = server.number else { return close() }
        let isWell =
            Self.read(client, into: &there, quality, at: now) && Self.read(server, into: &back, quality, at: now)
            && Self.write(&there, to: server, at: now) && Self.write(&back, to: client, at: now)
        if !isWell || (there.isShut && back.isShut) { close() }
    }

    /// - Returns: `false` where the socket is of no more use.
    private static func read(_ socket: Int32, into way: inout Way, _ quality: SlowLink.Quality, at now: Int64) -> Bool {
        while way.hasRoom {
            var bytes = [UInt8](repeating: 0, count: portion)
            let count = unsafe recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            guard count > 0 else {
                way.isAtEnd = true
                break
            }
            bytes.removeLast(bytes.count - count)
            way.take(bytes, quality, at: now)
        }
        return true
    }

    private static func write(_ way: inout Way, to socket: Int32, at now: Int64) -> Bool {
        while let first = way.chunks.first, first.due <= now {
            let count = unsafe send(socket, first.bytes, first.bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            way.size -= count
            if count == first.bytes.count { way.chunks.removeFirst() } else { way.chunks[0].bytes.removeFirst(count) }
        }
        if way.isAtEnd, way.chunks.isEmpty, !way.isShut {
            way.isShut = true
            _ = shutdown(socket, Int32(SHUT_WR))
        }
        return true
    }
}
