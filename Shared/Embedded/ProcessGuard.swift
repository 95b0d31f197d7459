internal import Foundation
internal import Glibc
internal import Synchronization

/// A shell that reads a pipe of ours: if we die the pipe ends, and the shell ends the group that it guards.
///
/// A signal on the parent's death (`PR_SET_PDEATHSIG`) would not do: it fires when the *thread* that started the child ends.
final class ProcessGuard: Sendable {
    private let pipe: OpenDescriptor
    private let identifier: Int32
    private let isReaped = Atomic(false)

    /// A number is taken again once its process and its group are gone, so the script notes when the leader was started: if a process of that
    /// number was started at another moment the group is gone, and nobody is signalled.
    private static let script = #"""
        started() {
            read -r line 2>/dev/null < "/proc/$1/stat" || return 0
            set -- ${line##*) }
            echo "${20}"
        }
        alive() {
            now="$(started "$group")"
            { [ -z "$now" ] || [ "$now" = "$start" ]; } && kill -s 0 -- "-$group" 2>/dev/null
        }
        group="$1" signal="$2" start="$(started "$1")"
        shift 2
        read -r word
        alive && kill -s "$signal" -- "-$group" 2>/dev/null
        tries=0
        while alive && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
        alive && kill -s KILL -- "-$group" 2>/dev/null
        [ "$#" -eq 0 ] || rm -rf -- "$@"
        """#

    init(group: Int32, signal: Signal, leftovers: [String]) throws(EmbeddedError) {
        var spawn = Spawn(
            "/bin/sh", ["-c", Self.script, "guard", "\(group)", "\(signal.rawValue)"] + leftovers, environment: nil, workingDirectory: "/")
        guard let pipe = try spawn.setInput(.open) else { throw EmbeddedError("start a guard", "no pipe") }
        self.pipe = pipe
        identifier = try spawn.start()
    }

    deinit {
        dismiss()
    }

    /// Closes the pipe, which is all that the shell would notice of our death.
    func abandon() {
        pipe.close()
    }

    /// Ends the shell before it learns of anything. It is not reaped until here, so its number is still its own.
    func dismiss() {
        guard !isReaped.exchange(true, ordering: .relaxed) else { return }
        _ = kill(identifier, SIGKILL)
        pipe.close()
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) == -1, errno == EINTR {}
    }
}

/// Why a server or a process for tests was not available.
public struct EmbeddedError: Error, Sendable, CustomStringConvertible {
    /// What was tried.
    public let attempt: String
    /// What came of it.
    public let reason: String

    public init(_ attempt: String, _ reason: String) {
        self.attempt = attempt
        self.reason = reason
    }

    public var description: String { "\(attempt): \(reason)" }
}
