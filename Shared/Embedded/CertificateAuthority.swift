internal import Foundation

/// An authority of a moment, made with the program `openssl`, that vouches for servers of tests.
public final class CertificateAuthority: Sendable {
    /// Its own certificate, in PEM: what a client trusts.
    public let certificateFile: String
    private let folder: TemporaryDirectory
    private let openssl: String

    /// What a server shows, in PEM.
    public struct Identity: Sendable {
        public let certificateFile: String
        /// The private key, in PKCS #8 without a password.
        public let keyFile: String
    }

    /// - Throws: where `openssl` is missing or refuses.
    public init(named name: String) throws(EmbeddedError) {
        guard let openssl = Programs.inPath("openssl") else {
            throw EmbeddedError("make certificates", "there is no openssl; install it with: apt-get install openssl")
        }
        self.openssl = openssl
        folder = try TemporaryDirectory(named: "authority")
        certificateFile = folder.appending("authority.pem")
        try write(
            "[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=ext\n[dn]\nCN=\(name)\n"
                + "[ext]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n",
            to: "authority.cnf")
        try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-config",
            folder.appending("authority.cnf"), "-keyout", folder.appending("authority.key"), "-out", certificateFile,
        ])
    }

    /// Vouches for a server under these names, each `DNS:localhost` or `IP:127.0.0.1`.
    public func issue(_ name: String, for hosts: [String]) throws(EmbeddedError) -> Identity {
        let path = { [folder] (ending: String) in folder.appending("\(name).\(ending)") }
        try write("[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=\(name)\n", to: "\(name).cnf")
        try write("subjectAltName=\(hosts.joined(separator: ","))\nextendedKeyUsage=serverAuth,clientAuth\n", to: "\(name).ext")
        try run([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", path("cnf"), "-keyout",
            path("key"), "-out", path("csr"),
        ])
        try run([
            "x509", "-req", "-in", path("csr"), "-CA", certificateFile, "-CAkey", folder.appending("authority.key"), "-CAcreateserial",
            "-days", "2", "-extfile", path("ext"), "-out", path("pem"),
        ])
        return Identity(certificateFile: path("pem"), keyFile: path("key"))
    }

    private func write(_ text: String, to name: String) throws(EmbeddedError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.appending(name)))
        } catch {
            throw EmbeddedError("write \(name)", "\(error)")
        }
    }

    private func run(_ arguments: [String]) throws(EmbeddedError) {
        let child = try ChildProcess(openssl, arguments, errors: .lines)
        guard child.wait(within: 30) == .exited(0) else {
            child.standardError?.waitForEnd(within: 5)
            throw EmbeddedError("openssl \(arguments[0])", child.standardError?.all.joined(separator: "\n") ?? "")
        }
    }
}
