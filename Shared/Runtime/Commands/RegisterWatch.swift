import Dispatch
import Foundation
import Policies
import Synchronization
import Telemetry

/// Looks now and then whether the register of senders was changed, so that a key is taken away, or a new one let in, without a restart.
final class RegisterWatch: Sendable {
    private struct Version: Equatable {
        let changedAt: Date?
        let number: Int?
        let size: Int?
    }

    private let file: URL
    private let roles: RolePolicy
    private let gate: CommandGate
    private let logger: Logger
    private let seen: Mutex<Version?>

    /// - Parameter gate: it has the register as the file is now.
    init(_ file: URL, roles: RolePolicy, gate: CommandGate, logger: Logger) {
        self.file = file
        self.roles = roles
        self.gate = gate
        self.logger = logger
        seen = Mutex(Self.version(of: file))
    }

    /// Looks once. A register that cannot be used is said, once, and the gate keeps the one it has.
    func look() {
        let version = Self.version(of: file)
        let isNew = seen.withLock { seen in
            defer { seen = version }
            return version != seen
        }
        guard isNew else { return }
        do throws(PolicyError) {
            try gate.adopt(SenderRegister.load(file: file, roles: roles))
            logger.info("register of senders read again", [.file: .string(file.path), .count: .number(gate.senderCount)])
        } catch {
            logger.error(
                "register of senders cannot be used; the previous one stays in use", [.file: .string(file.path), .error: .error(error)])
        }
    }

    /// Looks every so many seconds until the source is cancelled.
    func start(everySeconds seconds: Int) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + .seconds(seconds), repeating: .seconds(seconds))
        timer.setEventHandler { [self] in look() }
        timer.resume()
        return timer
    }

    /// `nil` where the file is not there.
    private static func version(of file: URL) -> Version? {
        do {
            // A mounted file is a link to one of a folder that changes: it is the file behind it that counts.
            let attributes = try FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path)
            return Version(
                changedAt: attributes[.modificationDate] as? Date, number: attributes[.systemFileNumber] as? Int,
                size: attributes[.size] as? Int)
        } catch {
            return nil
        }
    }
}
