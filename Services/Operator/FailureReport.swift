import CommandLine
import Crypto
import Domain
import Embedded
import Files
import Kafka
import Policies
import Postgres
import Runtime
import YAML

/// What a person is shown of an error, and the exit code that goes with it.
struct FailureReport {
    let text: String
    let code: ExitCode

    init(_ error: any Error) {
        text = Self.text(of: error)
        code =
            switch error {
            case is UsageError: .usage
            case is RowFault, is Faults: .dataError
            case is YAMLError: .configuration
            case let error as StoreError: error.exitCode
            case let error as PostgresError: error.isConnectionLoss ? .unavailable : .internalError
            case let error as KafkaError where error.isRefusal: .permission
            case let error as KafkaError where error.isPartitionMismatch: .configuration
            case is KafkaError, is EmbeddedError, is ReleaseFolder.Missing: .unavailable
            case is SettingFault, is PolicyError, is MigrationError, is CryptoError: .configuration
            case is Fault: .dataError
            case let error as FileError: error.exitCode
            default: .internalError
            }
    }

    private static func text(of error: any Error) -> String {
        switch error {
        case let error as StoreError: error.text
        case let error as KafkaError where error.isRefusal || error.mentionsProtocol:
            "the brokers refuse this client, or it refuses them; see --kafka-security-protocol and the options after it in --help: \(error)"
        case let error as KafkaError where error.isPartitionMismatch: error.message
        case let error as KafkaError where error.isRetriable:
            "no Kafka broker answers; is --kafka-bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS) right? \(error)"
        default: "\(error)"
        }
    }
}

extension FileError {
    /// What is to be read is input; where something is to be written is what the command line says.
    fileprivate var exitCode: ExitCode {
        switch problem {
        case .notAllowed: .permission
        case .full: .temporaryFailure
        case .missing, .noFolder, .isFolder, .tooLong, .notText, .other: use == .read ? .dataError : .usage
        }
    }
}

extension StoreError {
    fileprivate var text: String {
        switch self {
        case .unavailable(let reason): "the database does not answer: \(reason)"
        case .refused(let fault): "\(fault)"
        case .unusable(let reason): reason
        }
    }

    fileprivate var exitCode: ExitCode {
        switch self {
        case .unavailable: .unavailable
        case .refused: .dataError
        case .unusable: .configuration
        }
    }
}
