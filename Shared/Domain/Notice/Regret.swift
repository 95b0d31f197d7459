/// What the operator has to apologise for (S090).
public struct Regret: Hashable, Sendable {
    /// A deadline that the customer was promised has passed.
    public internal(set) var isLate = false
    /// The operator was found at fault.
    public internal(set) var isAtFault = false

    /// The code of the words for it: `late`, `fault`, `late-and-fault`; `nil` where there is nothing to regret.
    var word: String? {
        switch (isLate, isAtFault) {
        case (true, true): "late-and-fault"
        case (true, false): "late"
        case (false, true): "fault"
        case (false, false): nil
        }
    }

    init() {}

    init(stored text: String) {
        isLate = text.contains("l")
        isAtFault = text.contains("f")
    }

    /// `l`, `f`, `lf`; `nil` for nothing.
    var stored: String? { word == nil ? nil : (isLate ? "l" : "") + (isAtFault ? "f" : "") }
}
