/// Which provinces a complaint may name.
public struct ProvincePolicy: Decodable, Equatable, Sendable {
    public enum Acceptance: String, Codable, Sendable, CaseIterable {
        /// Any code of the form of ISO 3166-2, listed or not.
        case anyISO3166 = "any ISO 3166-2"
        /// Only the listed ones.
        case listed
    }

    public let accept: Sourced<Acceptance>
    public let listed: [ProvinceRule]

    func faults() -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<Province> = []
        for (index, province) in listed.enumerated() {
            let field = "provinces.listed[\(index)].code"
            if !province.code.isISO3166 {
                faults.append(Fault(field: field, problem: "is not an ISO 3166-2 code", expected: "a code such as CN-JS"))
            }
            if !seen.insert(province.code).inserted {
                faults.append(Fault(field: field, problem: "is given twice", expected: "each province once"))
            }
        }
        if accept.value == .listed && listed.isEmpty {
            faults.append(Fault(field: "provinces.listed", problem: "is empty", expected: "one province or more"))
        }
        return faults
    }
}

/// One province by its code and name.
public struct ProvinceRule: Decodable, Equatable, Sendable {
    public let code: Province
    public let name: String
}

extension Province {
    /// Whether the code has the form of ISO 3166-2: two capital letters, a hyphen, one to three capital letters or digits.
    public var isISO3166: Bool {
        let bytes = rawValue.utf8
        guard (4...6).contains(bytes.count) else { return false }
        for (position, byte) in bytes.enumerated() {
            let isLetter = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            switch position {
            case 0, 1: if !isLetter { return false }
            case 2: if byte != UInt8(ascii: "-") { return false }
            default: if !isLetter && !isDigit { return false }
            }
        }
        return true
    }
}
