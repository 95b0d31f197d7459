import Foundation

/// Policy files under which each complaint has the same fate, so that all that must be there afterwards can be counted.
package enum CountablePolicies {
    /// One clock with one warning and one breach, which nothing but the archiving stops; nothing is abnormal or a risk, or each complaint would
    /// have more alerts than can be told beforehand.
    ///
    /// - Parameter allowance: the time until the breach, such as `48h`; the warning comes at half of it.
    package static func files(allowance: String) -> [String: String] {
        ["clocks.yaml": clocks(allowance), "abnormal.yaml": abnormal, "risk.yaml": risk]
    }

    private static let abnormal = """
        version: "2019.1"
        effective: {from: 2019-02-19}
        signs: []

        """

    private static let risk = """
        version: "2019.1"
        effective: {from: 2019-02-19}
        timeZone: "+08:00"
        gatherFor: {value: 1h, source: unconfirmed}
        listedMembers: {value: 100, source: unconfirmed}
        risks: []

        """

    private static func clocks(_ allowance: String) -> String {
        """
        version: "2019.1"
        effective: {from: 2019-02-19}
        clocks:
          - name: first-contact
            calendar: china
            startsOn: received
            stopsOn: [archived]
            allowance: {value: {elapsed: \(allowance)}, source: unconfirmed}
            thresholds: {value: [{at: 50, step: 0}, {at: 100, step: 1}], source: unconfirmed}

        """
    }
}
