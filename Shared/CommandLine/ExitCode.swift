import Foundation

/// The answers a process of Redress ends with; from 64 on they are those of `sysexits.h`.
public enum ExitCode: Int32, Sendable, CaseIterable {
    /// All went well, or the answer to the question is yes.
    case ok = 0
    /// The command worked and the answer is no: a check found faults, nothing matched.
    case negative = 1
    /// The command line, an environment variable or the settings file is wrong (`EX_USAGE`).
    case usage = 64
    /// The input is wrong (`EX_DATAERR`).
    case dataError = 65
    /// Something that is needed, such as Kafka or PostgreSQL, is not there (`EX_UNAVAILABLE`).
    case unavailable = 69
    /// A fault of the program itself (`EX_SOFTWARE`).
    case internalError = 70
    /// It may work when tried again (`EX_TEMPFAIL`).
    case temporaryFailure = 75
    /// Not allowed (`EX_NOPERM`).
    case permission = 77
    /// The installation does not fit together: missing topics, tables, roles (`EX_CONFIG`).
    case configuration = 78

    /// The name in `sysexits.h`, or nil for `negative`, which it does not have.
    public var sysexitsName: String? {
        switch self {
        case .ok: "EX_OK"
        case .negative: nil
        case .usage: "EX_USAGE"
        case .dataError: "EX_DATAERR"
        case .unavailable: "EX_UNAVAILABLE"
        case .internalError: "EX_SOFTWARE"
        case .temporaryFailure: "EX_TEMPFAIL"
        case .permission: "EX_NOPERM"
        case .configuration: "EX_CONFIG"
        }
    }

    /// Ends the process with this code.
    public func exit() -> Never {
        Foundation.exit(rawValue)
    }
}
