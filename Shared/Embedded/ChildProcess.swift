internal import Foundation
internal import Glibc

/// A program started by us, in a process group of its own, that cannot outlive us.
///
/// Signals go to the whole group. If our own process dies, however it dies, a guard ends the group. Letting go of the last reference kills it.
public final class ChildProcess: Sendable {
    /// Where an output of the child goes.
    public enum Output: Sendable {
        /// To our own output.
        case inherited
        case discarded
        /// To the end of a file, which is created if need be.
        case file(String)
        /// To `standardOutput` or `standardError` of this object.
        case lines
    }

    /// Where the child's input comes from.
    public enum Input: Sendable {
        case nothing
        case file(String)
        /// A pipe that stays open until `closeInput`.
        case open
    }

    /// How the child ended.
    public enum Ending: Hashable, Sendable {
        case exited(Int32)
        case signalled(Int32)

        public var isSuccess: Bool { self == .exited(0) }
    }

    public let name: String
    public let processIdentifier: Int32
    /// What it wrote, where `.lines` was asked for.
    public let standardOutput: OutputLines?
    public let standardError: OutputLines?
    private let ending: Monitor<Ending?>
    private let input: OpenDescriptor?
    private let guardian: ProcessGuard

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - executable: a path, or a name looked up in PATH.
    ///   - environment: the whole environment; `nil` passes ours on.
    ///   - endingSignal: how the guard asks the group to end if we die, before it kills.
    ///   - leftovers: files and folders that the guard removes if we die.
    /// - Throws: `EmbeddedError` when the program cannot be started.
    public init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil, workingDirectory: String? = nil,
        input: Input = .nothing, output: Output = .discarded, errors: Output = .discarded, endingSignal: Signal = .terminate,
        leftovers: [String] = []
    ) throws(EmbeddedError) {
        name = (executable as NSString).lastPathComponent
        var spawn = Spawn(executable, arguments, environment: environment, workingDirectory: workingDirectory)
        self.input = try spawn.setInput(input)
        let outputEnd = try spawn.setOutput(output, of: 1)
        let errorEnd = try spawn.setOutput(errors, of: 2)
        let identifier = try spawn.start()
        processIdentifier = identifier
        standardOutput = outputEnd.map { OutputLines(reading: $0.surrender()) }
        standardError = errorEnd.map { OutputLines(reading: $0.surrender()) }
        let ending = Monitor<Ending?>(nil)
        self.ending = ending
        do {
            guardian = try ProcessGuard(group: identifier, signal: endingSignal, leftovers: leftovers)
        } catch {
            _ = Glibc.kill(-identifier, SIGKILL)
            Self.startReaper(of: identifier, into: ending)
            throw error
        }
        Self.startReaper(of: identifier, into: ending)
    }

    deinit {
        kill()
        guardian.dismiss()
    }

    public var isRunning: Bool { ending.update { $0 == nil } }

    /// Sends a signal to the child's whole group, unless the child has ended.
    public func signal(_ signal: Signal) {
        ending.update { ending in
            // Under the lock the child cannot be reaped, so its number cannot belong to another yet.
            if ending == nil { _ = Glibc.kill(-processIdentifier, signal.rawValue) }
        }
    }

    /// Asks it to end (SIGTERM).
    public func terminate() { signal(.terminate) }

    /// Ends it as a crash would (SIGKILL).
    public func kill() { signal(.kill) }

    /// Freezes it (SIGSTOP), as a long pause of the machine would.
    public func suspend() { signal(.stop) }

    /// Lets it go on after `suspend` (SIGCONT).
    public func resume() { signal(.proceed) }

    /// Closes the pipe that `.open` input holds open.
    public func closeInput() { input?.close() }

    /// Has the guard act as if we had died.
    package func abandon() { guardian.abandon() }

    /// Waits for the end; `nil` if it still runs after that time.
    @discardableResult
    public func wait(within seconds: Double) -> Ending? {
        ending.wait(until: Date(timeIntervalSinceNow: seconds)) { $0 }
    }

    /// Asks it to end, and kills it if it has not by then.
    @discardableResult
    public func stop(within seconds: Double = 10) -> Ending? {
        terminate()
        if let ending = wait(within: seconds) { return ending }
        kill()
        return wait(within: 5)
    }

    /// Waits for the child's end on a thread of its own and keeps how it ended.
    private static func startReaper(of identifier: Int32, into ending: Monitor<Ending?>) {
        let thread = Thread {
            // First only look, so that the number stays taken until the lock is held and nobody signals a stranger.
            var information = unsafe siginfo_t()
            while unsafe waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            ending.update { ending in
                var status: Int32 = 0
                _ = unsafe waitpid(identifier, &status, 0)
                let signal = status & 0x7f
                ending = signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
            }
        }
        thread.name = "reaper of \(identifier)"
        thread.start()
    }
}

/// The signals that are sent to child processes, by Linux's numbers.
public enum Signal: Int32, Sendable {
    case interrupt = 2
    case quit = 3
    case kill = 9
    case terminate = 15
    case proceed = 18
    case stop = 19
}
