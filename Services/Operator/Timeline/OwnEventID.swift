/// Tells the ids that the services give their own events from those of outsiders.
///
/// A fact's is `<key>-<sequence>`, an alert's `<key>/answer/1/100`; the key is a complaint's number, or a risk's or a burst's, such as `risk/CN-JS/billing`.
enum OwnEventID {
    /// How many digits at least follow the `C` of a complaint's number.
    private static let digits = 17

    /// Whether an id is one of the services' own.
    ///
    /// - Parameter key: that of the event which names the id; it need not be a complaint's number.
    static func isOne(_ id: String, of key: String) -> Bool {
        !key.isEmpty && (id.hasPrefix(key + "-") || id.hasPrefix(key + "/")) || id.hasPrefix("risk/") || id.hasPrefix("burst/")
            || isOfAComplaint(id)
    }

    /// Whether an id begins with a complaint's number and what parts it from the rest: complaints that belong together lead to one another's events.
    private static func isOfAComplaint(_ id: String) -> Bool {
        let rest = id.dropFirst()
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        let next = rest.dropFirst(number.count).first
        return id.first == "C" && number.count >= digits && (next == "-" || next == "/")
    }
}
