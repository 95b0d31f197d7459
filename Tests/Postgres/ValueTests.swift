import Foundation
import Postgres
import Testing

@Suite struct ValueTests {
    private let connection: PostgresConnection

    init() throws {
        connection = try TestDatabase.connect()
    }

    private func echo(_ value: Value) throws -> Rows {
        try connection.execute(Statement("SELECT $1 AS echoed", [value]))
    }

    @Test func numbersComeBackAtTheirLimits() throws {
        for number in [Int16.min, -1, 0, .max] { #expect(try echo(.int2(number)).int2(0, 0) == number) }
        for number in [Int32.min, -1, 0, .max] { #expect(try echo(.int4(number)).int4(0, 0) == number) }
        for number in [Int64.min, -1, 0, .max] { #expect(try echo(.int8(number)).int8(0, 0) == number) }
        for number in [-Double.infinity, -0.1, 0, .leastNonzeroMagnitude] { #expect(try echo(.double(number)).double(0, 0) == number) }
        for truth in [true, false] { #expect(try echo(.bool(truth)).bool(0, 0) == truth) }
    }

    @Test(arguments: ["", "138****8000", "宽带断网三天，客服未回访 📶", "e\u{301}", "line\nline\ttab\\\"'"])
    func textComesBackAsItWasWritten(_ text: String) throws {
        let answer = try echo(.text(text)).text(0, 0)
        #expect(Array(answer.utf8) == Array(text.utf8))
    }

    @Test func fiveMegabytesOfTextComeBackWhole() throws {
        let text = String(repeating: "投诉处理", count: 5 << 20 / 12)
        #expect(try echo(.text(text)).text(0, 0) == text)
    }

    @Test func bytesAndDocumentsComeBackAsTheyWereWritten() throws {
        let bytes = Data((0...255).map { UInt8($0) })
        #expect(try echo(.bytea(bytes)).data(0, 0) == bytes)
        #expect(try echo(.bytea(Data())).data(0, 0) == Data())
        #expect(try echo(.jsonb(Data(#"{"a": 1}"#.utf8))).data(0, 0) == Data(#"{"a": 1}"#.utf8))
        #expect(try echo(.json(Data(#"{"a":1,  "a":2}"#.utf8))).data(0, 0) == Data(#"{"a":1,  "a":2}"#.utf8))
    }

    @Test func aSliceOfDataIsSentFromItsOwnBeginning() throws {
        let slice = Data("prefix-body".utf8).dropFirst(7)
        #expect(try echo(.bytea(slice)).data(0, 0) == Data("body".utf8))
    }

    @Test func instantsAgreeWithTheServersOwnReading() throws {
        // 2024-02-29 23:59:59.123456 in Beijing.
        let microseconds: Int64 = 1_709_222_399_123_456
        let rows = try connection.execute(
            Statement(
                "SELECT $1 = timestamptz '2024-02-29 23:59:59.123456+08', $1, timestamptz '1970-01-01 00:00Z'",
                [.timestamp(microseconds)]))
        #expect(try rows.bool(0, 0))
        #expect(try rows.timestampMicroseconds(0, 1) == microseconds)
        #expect(try rows.timestampMicroseconds(0, 2) == 0)
    }

    @Test func theInfinitiesOfTimeAreTheLimitsOfTheNumber() throws {
        let rows = try connection.execute(
            Statement("SELECT $1 = 'infinity', $2 = '-infinity', $1, $2", [.timestamp(.max), .timestamp(.min)]))
        #expect(try rows.bool(0, 0))
        #expect(try rows.bool(0, 1))
        #expect(try rows.timestampMicroseconds(0, 2) == .max)
        #expect(try rows.timestampMicroseconds(0, 3) == .min)
    }

    @Test func datesAgreeWithTheServersOwnReading() throws {
        let rows = try connection.execute(
            Statement("SELECT $1 = date '2024-02-29', $1, date '1969-12-31'", [.date(19_782)]))
        #expect(try rows.bool(0, 0))
        #expect(try rows.date(0, 1) == 19_782)
        #expect(try rows.date(0, 2) == -1)
    }

    @Test func arraysComeBackElementByElement() throws {
        #expect(try echo(.int4Array([.min, 0, .max])).int4Array(0, 0) == [.min, 0, .max])
        #expect(try echo(.int8Array([.min, 0, .max])).int8Array(0, 0) == [.min, 0, .max])
        #expect(try echo(.textArray(["", "a,b", "{\"}", "投诉"])).textArray(0, 0) == ["", "a,b", "{\"}", "投诉"])
        #expect(try echo(.boolArray([true, false])).boolOptionalArray(0, 0) == [true, false])
        #expect(try echo(.byteaArray([Data(), Data([0, 255])])).dataOptionalArray(0, 0) == [Data(), Data([0, 255])])
        #expect(try echo(.jsonbArray([Data("[]".utf8)])).dataOptionalArray(0, 0) == [Data("[]".utf8)])
        #expect(try echo(.timestampArray([0, .max])).timestampOptionalArray(0, 0) == [0, .max])
    }

    @Test func arraysKeepTheirNulls() throws {
        #expect(try echo(.int4OptionalArray([nil, 1])).int4OptionalArray(0, 0) == [nil, 1])
        #expect(try echo(.int8OptionalArray([1, nil])).int8OptionalArray(0, 0) == [1, nil])
        #expect(try echo(.textOptionalArray([nil, "", nil])).textOptionalArray(0, 0) == [nil, "", nil])
        #expect(try echo(.boolOptionalArray([nil, false])).boolOptionalArray(0, 0) == [nil, false])
        #expect(try echo(.byteaOptionalArray([nil, Data([1])])).dataOptionalArray(0, 0) == [nil, Data([1])])
        #expect(try echo(.jsonbOptionalArray([Data("null".utf8), nil])).dataOptionalArray(0, 0) == [Data("null".utf8), nil])
        #expect(try echo(.timestampOptionalArray([nil, -1])).timestampOptionalArray(0, 0) == [nil, -1])
        #expect(throws: PostgresError.self) { try echo(.int8OptionalArray([nil])).int8Array(0, 0) }
    }

    @Test(arguments: [
        Value.boolArray([]), .int4Array([]), .int8Array([]), .textArray([]), .byteaArray([]), .jsonbArray([]), .timestampArray([]),
        .boolOptionalArray([]), .int4OptionalArray([]), .int8OptionalArray([]), .textOptionalArray([]), .byteaOptionalArray([]),
        .jsonbOptionalArray([]), .timestampOptionalArray([]),
    ])
    func anEmptyArrayIsTheServersEmptyArray(_ value: Value) throws {
        let rows = try connection.execute(Statement("SELECT $1 = '{}', cardinality($1), (SELECT count(*) FROM unnest($1))", [value]))
        #expect(try rows.bool(0, 0))
        #expect(try rows.int4(0, 1) == 0)
        #expect(try rows.int8(0, 2) == 0)
    }

    @Test func anEmptyArrayIsReadAsNoElements() throws {
        #expect(try echo(.textArray([])).textArray(0, 0) == [])
        #expect(try echo(.int8Array([])).int8Array(0, 0) == [])
    }

    @Test(arguments: [
        PostgresType.bool, .int2, .int4, .int8, .double, .text, .bytea, .timestamp, .date, .jsonb, .json, .textArray, .int8Array,
    ])
    func aNullIsNullOfItsType(_ type: PostgresType) throws {
        let rows = try echo(.null(type))
        #expect(try rows.isNull(0, 0))
        #expect(rows.columns.map(\.name) == ["echoed"])
        #expect(rows.columns.map(\.type) == [type])
    }

    @Test func aNullIsReadOnlyByThoseWhoExpectOne() throws {
        let rows = try connection.execute(Statement("SELECT NULL::int8 AS amount, NULL::text, NULL::bytea, NULL::timestamptz, NULL::bool"))
        #expect(try rows.optionalInt8(0, 0) == nil)
        #expect(try rows.optionalText(0, 1) == nil)
        #expect(try rows.optionalData(0, 2) == nil)
        #expect(try rows.optionalTimestampMicroseconds(0, 3) == nil)
        #expect(try rows.optionalBool(0, 4) == nil)
        let error = #expect(throws: PostgresError.self) { try rows.int8(0, 0) }
        #expect(error?.kind == .decoding)
        #expect(error?.message.contains("amount") == true)
    }

    @Test func readingAColumnAsAnotherTypeNamesColumnAndTypes() throws {
        let rows = try connection.execute(Statement("SELECT 1::int4 AS urges"))
        let error = #expect(throws: PostgresError.self) { try rows.int8(0, 0) }
        #expect(error?.kind == .decoding)
        #expect(error?.message == #"column 0 "urges" is integer, read as bigint"#)
        #expect(throws: PostgresError.self) { try rows.text(0, 0) }
        #expect(throws: PostgresError.self) { try rows.textArray(0, 0) }
    }

    @Test func aFieldThatIsNotThereIsAUsageError() throws {
        let rows = try connection.execute(Statement("SELECT 1::int4"))
        for (row, column) in [(1, 0), (0, 1), (-1, 0), (0, -1)] {
            #expect(throws: PostgresError.self) { try rows.int4(row, column) }
        }
    }

    @Test func aZeroByteInTextIsRefusedBeforeItIsSent() throws {
        for value in [
            Value.text("a\0b"), .textArray(["a", "\0"]), .textOptionalArray([nil, "\0"]), .jsonb(Data([0])), .json(Data([0])),
            .jsonbArray([Data([0])]),
        ] {
            let error = #expect(throws: PostgresError.self) {
                try connection.run([Statement("SELECT 1"), Statement("SELECT $1, $2", [.int4(1), value])])
            }
            #expect(error?.kind == .usage)
            #expect(error?.statementIndex == 1)
            #expect(error?.message.contains("$2") == true)
        }
        #expect(connection.transactionStatus == .idle)
        #expect(try echo(.bytea(Data([0]))).data(0, 0) == Data([0]))
    }

    @Test func aTimeOutsideTheServersRangeIsRefusedBeforeItIsSent() throws {
        #expect(throws: PostgresError.self) { try echo(.timestamp(.min + 1)) }
        #expect(throws: PostgresError.self) { try echo(.date(.min + 1)) }
        #expect(connection.transactionStatus == .idle)
    }
}
