/// A complaint's number, as its trace carries it from the intake event to what becomes of it.
enum Trace {
    static func parent(of number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00-" + String(repeating: "0", count: 32 - digits.count) + digits + "-00000000000000ab-01"
    }

    static func number(in parent: String) -> Int? {
        let parts = parent.split(separator: "-")
        return parts.count == 4 ? Int(parts[1], radix: 16) : nil
    }
}
