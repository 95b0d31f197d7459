/// What is said of a command beside its fields: from it come its verb of `redress command`, its schema and its row in the table of states.
public struct CommandDescription: Hashable, Sendable {
    /// Who gives it.
    public enum Sender: Hashable, Sendable {
        case handlersDesk
        case approver
        case billing
        case gateway
    }

    /// A few words, such as `Return the answer`.
    public let title: String
    /// What it does, in one line.
    public let summary: String
    /// The rules of the source that ask for it, such as `S040, S075`; empty where none does.
    public let rules: String
    public let sender: Sender
    /// The statuses of a work order at which it can be given; at any other it is refused. Empty for a command that is not on a work order.
    public let statuses: [WorkOrderStatus]
    /// The statuses that it leads to, where it leads to another than it met.
    public let leadsTo: [WorkOrderStatus]

    init(
        _ title: String, _ summary: String, rules: String = "", from sender: Sender = .handlersDesk, at statuses: [WorkOrderStatus] = [],
        leadsTo: WorkOrderStatus...
    ) {
        self.title = title
        self.summary = summary
        self.rules = rules
        self.sender = sender
        self.statuses = statuses
        self.leadsTo = leadsTo
    }

    /// The summary with the rules it is for.
    public var text: String { rules.isEmpty ? summary : String(summary.dropLast()) + " (\(rules))." }
}

/// A command without what it carries; its raw value is the word people give it by, such as `return-answer`.
public protocol CommandName: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    associatedtype Command: DescribedCommand where Command.Name == Self
    /// What it is about: the second word of its CloudEvents type.
    static var subject: String { get }
    var about: CommandDescription { get }
}

/// A command that is described in one place: its name, what is said of it, its fields, and how they make it.
public protocol DescribedCommand: Hashable, Sendable {
    associatedtype Name: CommandName
    var name: Name { get }
    /// Makes the command from its fields, each named once.
    ///
    /// - Throws: a `Fault` at a field that is missing or wrong.
    static func read(_ name: Name, from fields: inout some CommandFields) throws(Fault) -> Self
}

extension CommandName {
    /// The CloudEvents type: `redress`, the subject, the word and the version.
    public var type: String { Self.prefix + rawValue + Self.version }

    /// The command of a CloudEvents type; `nil` for any other.
    public init?(type: String) {
        guard type.hasPrefix(Self.prefix), type.hasSuffix(Self.version) else { return nil }
        self.init(rawValue: String(type.dropFirst(Self.prefix.count).dropLast(Self.version.count)))
    }

    /// Its fields beside the complaint and who asks, in the order they are read.
    public var fields: [DescribedField] {
        var list = CommandFieldList()
        do {
            _ = try Command.read(self, from: &list)
        } catch {
            // Of what the list gives no field is missing or wrong; a command that refuses it shows fewer fields, which its tests find.
        }
        return list.fields
    }

    private static var prefix: String { "redress.\(subject)." }
    private static var version: String { ".v1" }
}
