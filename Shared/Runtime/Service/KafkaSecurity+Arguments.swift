import CommandLine
import Foundation
import Kafka

extension KafkaSecurity {
    /// Reads the settings of ``ServiceCommand/kafka`` and checks that they fit together.
    ///
    /// - Returns: `nil` for `plaintext`, with which none of the others means anything.
    /// - Throws: a `SettingFault`; the files named must be there and readable.
    init?(_ arguments: Arguments) throws(SettingFault) {
        let transport = Transport(rawValue: arguments.string("kafka-security-protocol") ?? "") ?? .plaintext
        let (user, passwordFile) = (arguments.string("kafka-user") ?? "", arguments.string("kafka-password-file") ?? "")
        let caFile = arguments.string("kafka-ca-file")
        if !transport.asksForPassword {
            try Self.refuse([("kafka-user", user), ("kafka-password-file", passwordFile)], for: transport, expected: "sasl_ssl")
        }
        if !transport.isEncrypted { try Self.refuse([("kafka-ca-file", caFile ?? "")], for: transport, expected: "sasl_ssl or ssl") }
        let identity = try Self.identity(arguments, for: transport)
        guard transport != .plaintext else { return nil }
        let mechanism = Mechanism(rawValue: arguments.string("kafka-sasl-mechanism") ?? "") ?? .scramSHA512
        if transport.asksForPassword {
            guard !user.isEmpty else {
                throw SettingFault(
                    setting: "kafka-user", problem: "is not given", expected: "a user name, as \(transport.rawValue) needs it")
            }
            guard !(mechanism == .plain && !transport.isEncrypted) else {
                throw SettingFault(
                    setting: "kafka-sasl-mechanism", problem: "PLAIN would send the password in clear",
                    expected: "a SCRAM mechanism, or sasl_ssl")
            }
            try Self.check("kafka-password-file", passwordFile)
        }
        if let caFile { try Self.check("kafka-ca-file", caFile) }
        self.init(
            transport: transport, caFile: caFile, identity: identity, mechanism: mechanism, userName: user, passwordFile: passwordFile)
    }

    /// The client's certificate and its key, neither of which is of use without the other.
    private static func identity(_ arguments: Arguments, for transport: Transport) throws(SettingFault) -> Identity? {
        let (certificate, key) = ("kafka-certificate-file", "kafka-certificate-key-file")
        let given = [certificate, key].map { (name: $0, value: arguments.string($0) ?? "") }
        guard given.contains(where: { !$0.value.isEmpty }) else { return nil }
        if !transport.isEncrypted { try refuse(given, for: transport, expected: "sasl_ssl or ssl") }
        for (one, other) in zip(given, given.reversed()) where one.value.isEmpty {
            throw SettingFault(
                setting: one.name, problem: "is not given, but --\(other.name) is", expected: "both of them, or neither")
        }
        for file in given { try check(file.name, file.value) }
        return Identity(certificateFile: given[0].value, keyFile: given[1].value)
    }

    private static func check(_ setting: String, _ file: String) throws(SettingFault) {
        guard !file.isEmpty else { throw SettingFault(setting: setting, problem: "is not given", expected: "the path of a file") }
        do {
            _ = try FileHandle(forReadingFrom: URL(filePath: file)).close()
        } catch {
            throw SettingFault(
                setting: setting, problem: "cannot be read: \(error.localizedDescription)", expected: "a readable file, given \(file)")
        }
    }

    /// A password that would not be used, and a certificate that would not be looked at, are mistakes that must not pass for safety.
    private static func refuse(
        _ settings: [(name: String, value: String)], for transport: Transport, expected: String
    ) throws(SettingFault) {
        guard let given = settings.first(where: { !$0.value.isEmpty }) else { return }
        throw SettingFault(
            setting: given.name, problem: "is given, but --kafka-security-protocol is \(transport.rawValue)",
            expected: "it with \(expected) only")
    }
}
