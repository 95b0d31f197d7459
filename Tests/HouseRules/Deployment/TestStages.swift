import Foundation

/// `Ops/test` as it is written: its stages, how long each may take, and which suites need a server.
struct TestStages {
    /// In the order in which they are played.
    let names: [String]
    /// What a stage needs, in seconds.
    let needs: [String: Int]
    /// The suites that start a server or a broker.
    let servers: Regex<AnyRegexOutput>
    /// The suites that the list spells, without the targets that are in it as a whole.
    let listed: [String]

    init(script: SourceFile) throws {
        // What comes before the format is the choice by a filter.
        let whole = script.text.firstRange(of: "\nstage format").map { script.text[$0.lowerBound...] } ?? ""
        let played = whole.matches(of: #/^ *(?:if )?(?:stage|run_tests) ([a-z-]+) /#.anchorsMatchLineEndings())
        names = played.map { String($0.1) }.reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        needs = script.text.matches(of: #/\[([a-z-]+)\]=([0-9]+)/#).reduce(into: [:]) { $0[String($1.1)] = Int($1.2) }
        let pattern = script.text.matches(of: #/^servers\+?='([^']*)'/#.anchorsMatchLineEndings()).map { String($0.1) }.joined()
        servers = try Regex(pattern)
        listed = pattern.matches(of: #/\(([A-Za-z|]+)\)Tests//#).flatMap { $0.1.split(separator: "|").map { "\($0)Tests" } }
    }
}

/// Which suites of a target start a server: those whose file names what does, or a helper of the same target that does.
enum ServerSuites {
    /// What `Shared/Embedded` has for starting a server or a broker.
    static let starters = ["EmbeddedPostgres", "EmbeddedBroker", "MockBroker", "ApacheKafka", "GuardedDoor", "SlowLink", "Servers"]

    /// - Returns: the names of the suites, for one target's files.
    static func find(in files: [SourceFile]) -> Set<String> {
        let spelled = files.map { ($0, words(of: $0)) }
        var names = Set(starters)
        var found = 0
        while true {
            let hit = spelled.filter { !$0.1.isDisjoint(with: names) }.map { $0.0 }
            if hit.count == found {
                let suites = hit.filter { $0.code.contains("@Test") }.flatMap(types)
                return Set(suites.filter { $0.hasSuffix("Tests") })
            }
            found = hit.count
            names.formUnion(hit.flatMap(types).filter { !$0.hasSuffix("Tests") })
        }
    }

    private static func words(of file: SourceFile) -> Set<String> {
        let words = file.code.utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                && byte != UInt8(ascii: "_")
        }
        return Set(words.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Whatever stands before the word that declares one: attributes and modifiers.
    private static func types(of file: SourceFile) -> [String] {
        let declarations = file.code.matches(of: #/^(?:.*[ )])?(?:struct|class|enum|actor) (\w+)/#.anchorsMatchLineEndings())
        return declarations.map { String($0.1) }
    }
}
