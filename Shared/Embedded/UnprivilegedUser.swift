internal import Foundation
internal import Glibc

/// Whom a server that refuses to run as root runs as.
enum UnprivilegedUser {
    case ourselves
    case other(name: String, user: UInt32, group: UInt32)

    /// Ourselves unless we are root; then `postgres` if there is one, else `nobody`.
    static func find() throws(EmbeddedError) -> UnprivilegedUser {
        guard geteuid() == 0 else { return .ourselves }
        for name in ["postgres", "nobody"] {
            guard let entry = unsafe getpwnam(name) else { continue }
            return unsafe .other(name: name, user: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
        }
        throw EmbeddedError("find a user to run PostgreSQL as", "we are root, and there is neither 'postgres' nor 'nobody'")
    }

    /// The words that run a program as this user. `setpriv` becomes the program; `runuser` stays as its parent.
    func command(_ program: String, _ arguments: [String]) throws(EmbeddedError) -> (executable: String, arguments: [String]) {
        guard case .other(let name, let user, let group) = self else { return (program, arguments) }
        if let setpriv = Programs.inPath("setpriv") {
            return (setpriv, ["--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--", program] + arguments)
        }
        if let runuser = Programs.inPath("runuser") { return (runuser, ["-u", name, "--", program] + arguments) }
        throw EmbeddedError("run \(program) as \(name)", "neither setpriv nor runuser is there")
    }

    /// Gives a file or folder to this user.
    func own(_ path: String) throws(EmbeddedError) {
        guard case .other(let name, let user, let group) = self else { return }
        guard unsafe chown(path, user, group) == 0 else { throw EmbeddedError("give \(path) to \(name)", "errno \(errno)") }
    }
}
