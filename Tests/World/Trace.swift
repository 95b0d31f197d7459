/// Trace parents of the simulation, by which what came of a message is found.
enum Trace {
    /// Whose message it is; each counts for itself.
    enum Writer: Int {
        case submission = 1
        case further, command
    }

    static func parent(_ number: Int, of writer: Writer) -> String {
        let hexadecimal = String(number, radix: 16)
        return "00-\(writer.rawValue)" + String(repeating: "0", count: 31 - hexadecimal.count) + hexadecimal + "-00000000000000ab-01"
    }
}
