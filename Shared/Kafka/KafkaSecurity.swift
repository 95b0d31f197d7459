/// How the brokers and a client know each other: TLS for the brokers, a user name with a password for the client.
public struct KafkaSecurity: Sendable, Equatable {
    /// What a connection is, by librdkafka's words.
    public enum Transport: String, Sendable, CaseIterable {
        /// Neither secret nor signed for; for one machine.
        case plaintext
        /// TLS, and anybody may come.
        case tls = "ssl"
        /// A password over an open line: SCRAM does not give it away, but all else is readable.
        case password = "sasl_plaintext"
        /// TLS and a password.
        case tlsAndPassword = "sasl_ssl"

        /// Whether the client has to say who it is.
        public var asksForPassword: Bool { self == .password || self == .tlsAndPassword }
        /// Whether the broker has to show a certificate.
        public var isEncrypted: Bool { self == .tls || self == .tlsAndPassword }
    }

    /// How a password is proved.
    ///
    /// Both kinds of SCRAM need a librdkafka of 2.6.1 or newer where the brokers are of Apache Kafka 4 or newer; see ``KafkaLibrary``.
    public enum Mechanism: String, Sendable, CaseIterable {
        case scramSHA256 = "SCRAM-SHA-256"
        case scramSHA512 = "SCRAM-SHA-512"
        /// In clear inside the connection: only with TLS.
        case plain = "PLAIN"
    }

    /// What a client shows to brokers that ask for a certificate; both files are read when a client is made.
    public struct Identity: Sendable, Equatable {
        public var certificateFile: String
        public var keyFile: String

        public init(certificateFile: String, keyFile: String) {
            self.certificateFile = certificateFile
            self.keyFile = keyFile
        }
    }

    public var transport: Transport
    /// PEM certificates of the authorities that may vouch for a broker; the system's where it is not given.
    public var caFile: String?
    /// The client's own certificate, where brokers ask for one.
    public var identity: Identity?
    public var mechanism: Mechanism
    public var userName: String
    /// The file that holds the password alone; what is in it counts at the next connection.
    public var passwordFile: String

    public init(
        transport: Transport, caFile: String? = nil, identity: Identity? = nil, mechanism: Mechanism = .scramSHA512, userName: String = "",
        passwordFile: String = ""
    ) {
        self.transport = transport
        self.caFile = caFile
        self.identity = identity
        self.mechanism = mechanism
        self.userName = userName
        self.passwordFile = passwordFile
    }

    /// All but the password, which is read when a client is made.
    var properties: [(name: String, value: String)] {
        var properties = [("security.protocol", transport.rawValue)]
        if transport.isEncrypted {
            // The broker's certificate must name the host that was asked for, whatever the library's default is.
            properties.append(("ssl.endpoint.identification.algorithm", "https"))
            properties.append(("enable.ssl.certificate.verification", "true"))
            if let caFile { properties.append(("ssl.ca.location", caFile)) }
            if let identity {
                properties.append(("ssl.certificate.location", identity.certificateFile))
                properties.append(("ssl.key.location", identity.keyFile))
            }
        }
        if transport.asksForPassword { properties.append(("sasl.mechanism", mechanism.rawValue)) }
        return properties.map { (name: $0.0, value: $0.1) }
    }
}
