public import Foundation

/// One parameter of a statement, sent to the server in its binary form.
public enum Value: Sendable, Equatable {
    /// SQL NULL of a type; the type is needed because the server chooses functions and operators by it.
    case null(PostgresType)
    /// `boolean`.
    case bool(Bool)
    /// `smallint`.
    case int2(Int16)
    /// `integer`.
    case int4(Int32)
    /// `bigint`.
    case int8(Int64)
    /// `double precision`.
    case double(Double)
    /// `text`; the server's text holds no zero byte, so one with U+0000 is refused before it is sent.
    case text(String)
    /// `bytea`.
    case bytea(Data)
    /// `timestamp with time zone` as microseconds since 1970-01-01 00:00 UTC; `Int64.max` and `Int64.min` are the infinities.
    case timestamp(Int64)
    /// `date` as days since 1970-01-01.
    case date(Int32)
    /// `jsonb` from its JSON text in UTF-8.
    case jsonb(Data)
    /// `json` from its JSON text in UTF-8; one that holds U+0000 is refused before it is sent, since the server keeps it and cannot read it again.
    case json(Data)

    /// `boolean[]`.
    case boolArray([Bool])
    /// `boolean[]` with NULL elements.
    case boolOptionalArray([Bool?])
    /// `integer[]`.
    case int4Array([Int32])
    /// `integer[]` with NULL elements.
    case int4OptionalArray([Int32?])
    /// `bigint[]`.
    case int8Array([Int64])
    /// `bigint[]` with NULL elements.
    case int8OptionalArray([Int64?])
    /// `text[]`.
    case textArray([String])
    /// `text[]` with NULL elements.
    case textOptionalArray([String?])
    /// `bytea[]`.
    case byteaArray([Data])
    /// `bytea[]` with NULL elements.
    case byteaOptionalArray([Data?])
    /// `jsonb[]` of JSON texts in UTF-8.
    case jsonbArray([Data])
    /// `jsonb[]` with NULL elements (SQL NULL, not JSON `null`).
    case jsonbOptionalArray([Data?])
    /// `json[]` of JSON texts in UTF-8, each as `json`.
    case jsonArray([Data])
    /// `timestamp with time zone[]`, each in microseconds since 1970-01-01 00:00 UTC.
    case timestampArray([Int64])
    /// `timestamp with time zone[]` with NULL elements.
    case timestampOptionalArray([Int64?])

    /// The server's type of this value.
    public var type: PostgresType {
        switch self {
        case .null(let type): type
        case .bool: .bool
        case .int2: .int2
        case .int4: .int4
        case .int8: .int8
        case .double: .double
        case .text: .text
        case .bytea: .bytea
        case .timestamp: .timestamp
        case .date: .date
        case .jsonb: .jsonb
        case .json: .json
        case .boolArray, .boolOptionalArray: .boolArray
        case .int4Array, .int4OptionalArray: .int4Array
        case .int8Array, .int8OptionalArray: .int8Array
        case .textArray, .textOptionalArray: .textArray
        case .byteaArray, .byteaOptionalArray: .byteaArray
        case .jsonbArray, .jsonbOptionalArray: .jsonbArray
        case .jsonArray: .jsonArray
        case .timestampArray, .timestampOptionalArray: .timestampArray
        }
    }
}
