/// A type of the server's, by its object identifier (`pg_type.oid`), which is fixed for the built-in types.
public struct PostgresType: Hashable, Sendable, CustomStringConvertible {
    /// The object identifier the wire protocol uses.
    public let oid: UInt32

    /// Names the type with that object identifier, known to this library or not.
    public init(oid: UInt32) {
        self.oid = oid
    }

    /// `boolean`.
    public static let bool = PostgresType(oid: 16)
    /// `bytea`.
    public static let bytea = PostgresType(oid: 17)
    /// `name`, the type of the catalogue's identifiers.
    public static let name = PostgresType(oid: 19)
    /// `bigint`.
    public static let int8 = PostgresType(oid: 20)
    /// `smallint`.
    public static let int2 = PostgresType(oid: 21)
    /// `integer`.
    public static let int4 = PostgresType(oid: 23)
    /// `text`.
    public static let text = PostgresType(oid: 25)
    /// `json`, kept as it was written.
    public static let json = PostgresType(oid: 114)
    /// `double precision`.
    public static let double = PostgresType(oid: 701)
    /// `character(n)`.
    public static let character = PostgresType(oid: 1042)
    /// `character varying(n)`.
    public static let varchar = PostgresType(oid: 1043)
    /// `date`.
    public static let date = PostgresType(oid: 1082)
    /// `timestamp with time zone`.
    public static let timestamp = PostgresType(oid: 1184)
    /// `jsonb`.
    public static let jsonb = PostgresType(oid: 3802)

    /// `boolean[]`.
    public static let boolArray = PostgresType(oid: 1000)
    /// `bytea[]`.
    public static let byteaArray = PostgresType(oid: 1001)
    /// `integer[]`.
    public static let int4Array = PostgresType(oid: 1007)
    /// `text[]`.
    public static let textArray = PostgresType(oid: 1009)
    /// `character varying[]`.
    public static let varcharArray = PostgresType(oid: 1015)
    /// `bigint[]`.
    public static let int8Array = PostgresType(oid: 1016)
    /// `timestamp with time zone[]`.
    public static let timestampArray = PostgresType(oid: 1185)
    /// `json[]`.
    public static let jsonArray = PostgresType(oid: 199)
    /// `jsonb[]`.
    public static let jsonbArray = PostgresType(oid: 3807)

    /// The type's name in SQL, or its object identifier where this library has no name for it.
    public var description: String {
        Self.names[self] ?? "type \(oid)"
    }

    private static let names: [PostgresType: String] = [
        .bool: "boolean", .bytea: "bytea", .name: "name", .int8: "bigint", .int2: "smallint", .int4: "integer", .text: "text",
        .json: "json", .double: "double precision", .character: "character", .varchar: "character varying", .date: "date",
        .timestamp: "timestamp with time zone", .jsonb: "jsonb", .boolArray: "boolean[]", .byteaArray: "bytea[]",
        .int4Array: "integer[]", .textArray: "text[]", .varcharArray: "character varying[]", .int8Array: "bigint[]",
        .timestampArray: "timestamp with time zone[]", .jsonbArray: "jsonb[]", .jsonArray: "json[]",
    ]
}
