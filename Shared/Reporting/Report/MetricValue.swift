import Domain

/// A metric of one period, kept as its two counts, so that it can be calculated again where reports are put together (S201 11.5).
public struct MetricValue: Hashable, Sendable {
    public let numerator: Int64
    /// `nil` where the metric is the count itself.
    public let denominator: Int64?
    public let per: Int64

    /// - Parameter users: the number of users; `nil` where it is not known.
    /// - Returns: `nil` where the metric asks for a number of users that is not known.
    init?(_ rule: MetricRule, _ figures: ReportFigures, users: Int64?) {
        numerator = figures[rule.numerator]
        per = rule.per ?? 1
        switch rule.denominator {
        case nil: denominator = nil
        case .count(let count): denominator = figures[count]
        case .users:
            guard let users else { return nil }
            denominator = users
        }
    }

    /// A metric of one part of a report; `nil` where it asks for users, whose number a part does not have.
    public init?(_ rule: MetricRule, of figures: ReportFigures) { self.init(rule, figures, users: nil) }

    /// The value in hundredths, half away from zero; `nil` where there is nothing to take a share of, which is not the same as 0.
    public var hundredths: Int64? {
        guard let denominator else { return numerator.multipliedReportingOverflow(by: 100).partialValue }
        guard denominator > 0 else { return nil }
        let scaled = numerator.multipliedFullWidth(by: per * 100 * 2)
        let dividend = Self.adding(denominator, to: scaled)
        let divisor = denominator.multipliedReportingOverflow(by: 2)
        guard !divisor.overflow, dividend.high >= 0, UInt64(dividend.high) < UInt64(divisor.partialValue) else { return nil }
        return divisor.partialValue.dividingFullWidth(dividend).quotient
    }

    /// `97.50`, or the plain count; `nil` where there is nothing to take a share of.
    public var text: String? {
        guard denominator != nil else { return String(numerator) }
        return hundredths.map(Self.text)
    }

    /// As people read it: `97.50`, the plain count, or a sum of money in the currency's main unit, `47560.46`.
    ///
    /// - Parameter currency: of the policy, such as `CNY`.
    public func text(_ rule: MetricRule, in currency: String) -> String? {
        guard rule.isMoney else { return text }
        let minorUnits = denominator == nil ? numerator : hundredths.map { ($0 + ($0 < 0 ? -50 : 50)) / 100 }
        return minorUnits.map { Money(minorUnits: $0, currency: currency).mainUnits }
    }

    /// Two digits after the point.
    public static func text(_ hundredths: Int64) -> String {
        let digits = String(hundredths.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
    }

    /// How much the value has changed against another, in hundredths of a per cent of that; `nil` where that is 0 or unknown.
    public func change(against earlier: MetricValue?) -> Int64? {
        guard let now = hundredths, let before = earlier?.hundredths, before > 0 else { return nil }
        let (scaled, overflows) = (now - before).multipliedReportingOverflow(by: 10_000)
        guard !overflows else { return nil }
        return (scaled + (scaled < 0 ? -before / 2 : before / 2)) / before
    }

    private static func adding(_ value: Int64, to wide: (high: Int64, low: UInt64)) -> (high: Int64, low: UInt64) {
        let (low, carries) = wide.low.addingReportingOverflow(UInt64(value))
        return (wide.high + (carries ? 1 : 0), low)
    }
}
