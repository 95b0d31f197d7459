import Contracts
import Foundation

/// Arrows point down only: what a folder's files may import.
struct LayerRule {
    let folder: String
    let imports: Set<String>

    /// What any layer above Domain may use of the toolchain.
    private static let toolchain: Set<String> = ["Foundation", "Dispatch", "Synchronization"]
    /// A wrapper, and the process around a worker, also speak to the system's C library.
    private static let system = toolchain.union(["Glibc", "CSystem"])
    private static let serviceParts: Set<String> = ["Domain", "Contracts", "Policies", "Runtime", "Telemetry", "Crypto", "JSON"]

    static let all: [LayerRule] =
        [
            LayerRule(folder: "Shared/Domain", imports: ["Foundation"]),
            LayerRule(folder: "Shared/JSON", imports: system.union(["CSimdJSON"])),
            LayerRule(folder: "Shared/Files", imports: toolchain),
            LayerRule(folder: "Shared/YAML", imports: system.union(["CYAML", "Files"])),
            LayerRule(folder: "Shared/Crypto", imports: system.union(["COpenSSL", "Files"])),
            LayerRule(folder: "Shared/HTTP", imports: system.union(["CMicroHTTPD"])),
            LayerRule(folder: "Shared/Kafka", imports: system.union(["CRDKafka", "Files"])),
            LayerRule(folder: "Shared/Postgres", imports: system.union(["CLibPQ", "Files"])),
            LayerRule(folder: "Shared/CommandLine", imports: system.union(["YAML", "Files"])),
            LayerRule(folder: "Shared/TextDecoding", imports: system),
            // The embedded broker is librdkafka's mock cluster.
            LayerRule(folder: "Shared/Embedded", imports: system.union(["Kafka", "Postgres", "CRDKafka"])),
            LayerRule(folder: "Shared/Telemetry", imports: toolchain.union(["Glibc"])),
            LayerRule(folder: "Shared/Reporting", imports: ["Foundation", "Domain"]),
            LayerRule(folder: "Shared/Contracts", imports: toolchain.union(["Domain", "Reporting", "JSON"])),
            LayerRule(folder: "Shared/Policies", imports: toolchain.union(["Domain", "Reporting", "YAML", "Files"])),
            LayerRule(
                folder: "Shared/Runtime",
                imports: system.union([
                    "Domain", "Contracts", "Policies", "Kafka", "Postgres", "HTTP", "Crypto", "CommandLine", "Telemetry", "JSON",
                    "Files",
                ])),
            LayerRule(
                folder: "Services/Operator",
                imports: toolchain.union(serviceParts).union([
                    "Embedded", "Kafka", "Postgres", "CommandLine", "YAML", "Glibc", "Files", "TextDecoding", "Reporting",
                ]).union(ServiceName.allCases.map { "\($0.folder)Service" })),
            LayerRule(folder: "Services/Operator/Main", imports: toolchain.union(["OperatorService"])),
        ]
        + ServiceName.allCases.map(\.folder).flatMap { name in
            [
                LayerRule(folder: "Services/\(name)", imports: toolchain.union(serviceParts)),
                LayerRule(folder: "Services/\(name)/Main", imports: toolchain.union(["\(name)Service", "Runtime"])),
            ]
        }

    /// Breaches of the layers in one file of Shared or Services.
    static func violations(in file: SourceFile) throws -> [Violation] {
        let matching = all.filter { file.lies(in: [$0.folder]) }
        guard let layer = matching.max(by: { $0.folder.count < $1.folder.count }) else {
            return [file.violation(line: nil, "lies in no known layer; name the folder and its imports in LayerRule.all")]
        }
        return try imports(of: file).filter { !layer.imports.contains($0.module) }.map { line, module in
            file.violation(
                line: line,
                "\(layer.folder) must not import \(module); it may import \(layer.imports.sorted().joined(separator: ", "))")
        }
    }

    /// The modules that a file imports, with their lines.
    static func imports(of file: SourceFile) throws -> [(line: Int, module: String)] {
        let pattern = try NSRegularExpression(
            pattern:
                #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"#)
        return file.codeLines.enumerated().compactMap { index, line in
            let line = String(line)
            guard let match = pattern.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)),
                let range = Range(match.range(at: 1), in: line)
            else { return nil }
            return (index + 1, String(line[range]))
        }
    }
}
