internal import Foundation
internal import Glibc

extension EmbeddedPostgres {
    /// Lays the certificate, its key and the certificate of the clients' authority where the server may read them, and says so in its settings.
    func present(
        _ identity: CertificateAuthority.Identity?, trusting authority: CertificateAuthority?
    ) throws(EmbeddedError) -> [String: String] {
        guard let identity else { return [:] }
        let sources = [
            "ssl_cert_file": identity.certificateFile, "ssl_key_file": identity.keyFile, "ssl_ca_file": authority?.certificateFile,
        ].compactMapValues { $0 }
        let settings = Dictionary(uniqueKeysWithValues: sources.keys.map { ($0, folder.appending("data/\($0).pem")) })
        for (name, source) in sources {
            guard let target = settings[name] else { continue }
            do {
                try Data(contentsOf: URL(fileURLWithPath: source)).write(to: URL(fileURLWithPath: target))
            } catch {
                throw EmbeddedError("write \(target)", "\(error)")
            }
            // The server refuses a key that others may read.
            guard unsafe chmod(target, 0o600) == 0 else { throw EmbeddedError("protect \(target)", "errno \(errno)") }
            try user.own(target)
        }
        return settings.merging(["ssl": "on"]) { $1 }
    }

    /// Puts rules before those that trust everybody.
    func guardDoor(_ rules: [String]) throws(EmbeddedError) {
        guard !rules.isEmpty else { return }
        let path = folder.appending("data/pg_hba.conf")
        do {
            let ours = try String(contentsOfFile: path, encoding: .utf8)
            // Written in place, so that its owner stays.
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: Data((rules.joined(separator: "\n") + "\n" + ours).utf8))
            try file.close()
        } catch {
            throw EmbeddedError("write \(path)", "\(error)")
        }
    }
}
