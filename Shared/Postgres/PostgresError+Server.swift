import CLibPQ

extension PostgresError {
    /// Reads what the server said about a failed command.
    init(unsafeResult result: OpaquePointer, statementIndex: Int? = nil) {
        func field(_ code: UnicodeScalar) -> String? {
            guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return nil }
            return unsafe String(cString: text)
        }
        // The codes are letters, see "PQresultErrorField" in the manual: PG_DIAG_SQLSTATE is 'C', and so on.
        guard let sqlState = field("C") else {
            let text = unsafe String(cString: PQresultErrorMessage(result))
            self.init(.connection, Self.oneLine(text, or: "the connection to the server is lost"), statementIndex: statementIndex)
            return
        }
        let words = field("M") ?? ""
        self.init(
            .server(sqlState: sqlState), Self.message(words, sqlState: sqlState),
            detail: [words, field("D"), field("H"), field("W")].compactMap(\.self).joined(separator: "\n"),
            statementIndex: statementIndex)
        constraint = field("n")
        table = field("t")
        column = field("c")
        position = field("P").flatMap { Int($0) }
    }

    /// Reads why the connection itself failed.
    init(unsafeConnection connection: OpaquePointer, statementIndex: Int? = nil) {
        let text = unsafe String(cString: PQerrorMessage(connection))
        self.init(.connection, Self.oneLine(text, or: "the connection to the server is lost"), statementIndex: statementIndex)
    }

    /// The server's message where its class is known to name only objects, else the name of the class.
    ///
    /// Class 22 quotes the offending value ("invalid input syntax for type integer: …"), and a function of one's own may raise anything.
    private static func message(_ words: String, sqlState: String) -> String {
        let classesWithoutData = ["08", "0A", "23", "25", "26", "28", "3D", "3F", "40", "42", "53", "54", "55", "57", "58"]
        if classesWithoutData.contains(String(sqlState.prefix(2))) { return words }
        return sqlState.hasPrefix("22") ? "a value does not fit its type" : "the server refused the statement"
    }

    private static func oneLine(_ text: String, or fallback: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: " ")
        return line.isEmpty ? fallback : line
    }
}
