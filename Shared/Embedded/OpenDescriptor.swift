internal import CSystem
internal import Glibc
internal import Synchronization

/// A file descriptor with one owner, closed once.
final class OpenDescriptor: Sendable {
    private let descriptor: Mutex<Int32?>

    init(_ descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    deinit {
        close()
    }

    /// The number, or `nil` when it was closed or given away.
    var number: Int32? { descriptor.withLock { $0 } }

    func close() {
        if let number = take() { _ = Glibc.close(number) }
    }

    /// Gives the descriptor to a new owner, who closes it.
    func surrender() -> Int32 { take() ?? -1 }

    private func take() -> Int32? {
        descriptor.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
    }

    /// A pipe whose ends children do not inherit unless they are handed to them.
    static func pipe() throws(EmbeddedError) -> (reading: OpenDescriptor, writing: OpenDescriptor) {
        var ends: [Int32] = [-1, -1]
        guard unsafe csystem_pipe(&ends) == 0 else { throw EmbeddedError("open a pipe", "errno \(errno)") }
        return (OpenDescriptor(ends[0]), OpenDescriptor(ends[1]))
    }
}
