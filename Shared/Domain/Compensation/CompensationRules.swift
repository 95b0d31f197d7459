/// The policy compensation decides by, made ready for deciding.
///
/// A class, because every decision is handed it: one reference is counted instead of every array and text within.
public final class CompensationRules: Sendable {
    public let policy: CompensationPolicy
    private let tariffs: [String: Tariff]
    private let figures: Set<String>
    private let circumstances: Set<String>
    private let defaults: [String: Int64]
    private let provinces: Set<Province>

    public init(policy: CompensationPolicy) {
        self.policy = policy
        tariffs = Dictionary(policy.tariffs.map { ($0.ground, $0) }) { first, _ in first }
        defaults = Dictionary((policy.figures ?? []).map { ($0.name, $0.value) }) { first, _ in first }
        figures = Set(policy.tariffs.flatMap(\.figures)).union(policy.offsets?.value ?? []).union(defaults.keys)
        circumstances = Set(policy.tariffs.flatMap(\.circumstances))
        provinces = Set(policy.tariffs.flatMap(\.provinces))
    }

    /// All that is wrong with the policy.
    public func faults() -> [Fault] { policy.faults() }

    /// What a finding is worth before anything is taken off.
    struct Worth {
        let kind: ClaimKind
        let lines: [AmountLine]
    }

    /// Whether a province has figures of its own, so that a file has to remember it.
    func speaks(of province: Province) -> Bool { provinces.contains(province) }

    /// The matter a finding is about: the one it names, else the one its ground is always about; `nil` for the complaint's one matter.
    func cause(of finding: WorkOrderLiabilityFound) -> String? {
        finding.particulars?.cause ?? finding.ground.flatMap { tariffs[$0]?.cause }
    }

    /// All that a finding is worth, in its three branches (S198), whatever has been claimed before.
    func worth(of finding: WorkOrderLiabilityFound, in province: Province?) throws(ClaimDenial) -> Worth {
        switch finding.liability {
        case .operatorAtFault:
            guard let ground = finding.ground else { throw ClaimDenial(.findingUnusable, "the finding names no ground") }
            guard let tariff = tariffs[ground] else {
                let known = policy.tariffs.map(\.ground).joined(separator: ", ")
                throw ClaimDenial(.findingUnusable, "the ground \(ground) is not known: there are " + known)
            }
            return Worth(kind: .liability, lines: try lines(of: tariff, for: finding, in: province, verified: true))
        case .unclear:
            if let ground = finding.ground, let tariff = tariffs[ground], tariff.refundFirst?.value == true {
                return Worth(kind: .liability, lines: try lines(of: tariff, for: finding, in: province, verified: false))
            }
            return try goodwill(policy.unclear.value, ClaimDenial(.unclear, "liability is unclear"))
        case .operatorNotAtFault:
            let denial = ClaimDenial(.notAtFault, "the operator is not at fault")
            guard policy.notAtFault?.value == .goodwill else { throw denial }
            return try goodwill(.goodwill, denial)
        }
    }

    private func lines(
        of tariff: Tariff, for finding: WorkOrderLiabilityFound, in province: Province?, verified: Bool
    ) throws(ClaimDenial) -> [AmountLine] {
        for figure in finding.particulars?.figures ?? [] where !figures.contains(figure.name) {
            throw ClaimDenial(
                .findingUnusable, "the figure \(figure.name) is not known: there are " + figures.sorted().joined(separator: ", "))
        }
        for circumstance in finding.particulars?.circumstances ?? [] where !circumstances.contains(circumstance) {
            throw ClaimDenial(
                .findingUnusable,
                "the circumstance \(circumstance) is not known: there are " + circumstances.sorted().joined(separator: ", "))
        }
        let calculated = try TariffCase(
            finding, on: tariff.ground, in: province, currency: policy.currency.value, defaults: defaults)
        var lines = try tariff.lines(for: calculated, verified: verified)
        for name in policy.offsets?.value ?? [] {
            guard let figure = calculated.figures[name], figure > 0 else { continue }
            let amount = Money(minorUnits: -figure, currency: policy.currency.value)
            lines.append(AmountLine(tariff: AmountLine.offset, amount: amount, source: "had already: " + name))
        }
        return lines
    }

    private func goodwill(_ rule: CompensationPolicy.WithoutFault, _ denial: ClaimDenial) throws(ClaimDenial) -> Worth {
        guard rule == .goodwill else { throw ClaimDenial(denial.code, denial.reason + ", and the policy gives nothing then") }
        guard let sum = policy.goodwill?.sum else { throw ClaimDenial(denial.code, denial.reason + ", and the policy names no sum") }
        let amount = Money(minorUnits: sum.value, currency: policy.currency.value)
        return Worth(kind: .goodwill, lines: [AmountLine(tariff: AmountLine.goodwill, amount: amount, source: sum.source)])
    }
}

/// Who may decide, which is a matter of today and not of the day the complaint was accepted.
extension CompensationRules {
    private func bands(for kind: ClaimKind) -> [AuthorityBand] {
        kind == .liability ? policy.authority : policy.goodwill?.authority ?? policy.authority
    }

    /// The band a sum falls in; the last where the policy has no band for it.
    func band(for sum: Money, of kind: ClaimKind) -> AuthorityBand? {
        let bands = bands(for: kind)
        return bands.first { band in band.upTo.map { sum.minorUnits <= $0.value } ?? true } ?? bands.last
    }

    /// For whom a person decides claims of a band: for themselves, or for somebody who is away.
    enum Standing: Equatable {
        case own
        case deputy(of: ActorID)
        case none
    }

    /// - Parameter maker: who made the case; a deputy does not decide for its maker.
    func standing(of actor: ActorID, in band: AuthorityBand, madeBy maker: ActorID, at now: Instant) -> Standing {
        if band.lets(actor) { return .own }
        let delegation = (policy.delegations ?? []).first {
            $0.deputy == actor && $0.absent != maker && $0.holds(at: now) && band.lets($0.absent)
        }
        return delegation.map { .deputy(of: $0.absent) } ?? .none
    }
}

/// The codes that a finding of liability may name: those of the policy in force and of the versions that complaints are still held to.
///
/// Who gives a code that nobody knows is told so at once, and not by compensation that nothing can be calculated.
public struct FindingVocabulary: Sendable, Equatable {
    /// In the policies' order, each once.
    public let grounds: [String]
    public let figures: [String]
    public let circumstances: [String]

    public init(_ policies: [CompensationPolicy]) {
        let tariffs = policies.flatMap(\.tariffs)
        grounds = Self.unique(tariffs.map(\.ground))
        figures = Set(tariffs.flatMap(\.figures)).union(policies.flatMap { $0.offsets?.value ?? [] })
            .union(policies.flatMap { ($0.figures ?? []).map(\.name) }).sorted()
        circumstances = Set(tariffs.flatMap(\.circumstances)).sorted()
    }

    /// What is wrong with what a finding names; `nil` where all of it is known.
    public func fault(ground: String?, particulars: Particulars?) -> Fault? {
        if let ground, !grounds.contains(ground) {
            return Fault(
                field: "data.ground", problem: "is not a ground of the compensation policy", expected: "one of \(Self.list(grounds))")
        }
        for figure in particulars?.figures ?? [] where !figures.contains(figure.name) {
            return Fault(
                field: "data.figures", problem: "names a figure that the compensation policy does not know",
                expected: "one of \(Self.list(figures))")
        }
        for circumstance in particulars?.circumstances ?? [] where !circumstances.contains(circumstance) {
            return Fault(
                field: "data.circumstances", problem: "names a circumstance that the compensation policy does not know",
                expected: "one of \(Self.list(circumstances))")
        }
        return nil
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}

/// What a finding of liability says beyond its ground, amount and quantity: all of it words and numbers that the compensation policy defines.
public struct Particulars: Hashable, Sendable {
    /// Which matter it is, where one complaint has several: `bill-2026-09`, `outage-0912`. Findings of one matter replace each other,
    /// those of different matters add up.
    public let cause: String?
    /// Further numbers, such as `monthly-average`; sums are in minor units.
    public let figures: [Figure]?
    /// What was so, such as `rural` or `not-notified`.
    public let circumstances: [String]?

    /// One number with its name.
    public struct Figure: Hashable, Sendable {
        public let name: String
        /// 0 or more.
        public let value: Int64

        public init(name: String, value: Int64) {
            self.name = name
            self.value = value
        }
    }

    /// `nil` where there is nothing to say: a finding without particulars carries none.
    public init?(cause: String? = nil, figures: [Figure] = [], circumstances: [String] = []) {
        guard cause != nil || !figures.isEmpty || !circumstances.isEmpty else { return nil }
        self.cause = cause
        self.figures = figures.isEmpty ? nil : figures
        self.circumstances = circumstances.isEmpty ? nil : circumstances
    }
}

extension Particulars: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        cause = try fields.optional("cause")
        figures = try fields.optional("figures")
        circumstances = try fields.optional("circumstances")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("cause", cause)
        writer.write("figures", figures)
        writer.write("circumstances", circumstances)
    }
}

extension Particulars.Figure: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        name = try fields.required("name")
        value = try fields.required("value")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("name", name)
        writer.write("value", value)
    }
}
