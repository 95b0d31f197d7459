import Contracts
import Foundation

/// What a deployment file names must be there in the code.
struct ComposeRule {
    let tree: SourceTree
    /// The executables of the product.
    var programs = ServiceName.programs
    let file = "docker-compose.yml"

    func violations(in compose: ComposeFile) -> [Violation] {
        serviceViolations(in: compose) + compose.own.flatMap(nameViolations(in:)) + secretViolations(in: compose)
            + compose.containers.flatMap(mountViolations(in:))
    }

    /// Each service product has a container of its name, and each can be scaled on its own.
    private func serviceViolations(in compose: ComposeFile) -> [Violation] {
        let missing = programs.filter { $0 != "redress" }.filter { product in
            !compose.containers.contains { "redress-" + $0.name == product && $0.command.first == product }
        }
        let unknown = compose.own.filter { !programs.contains($0.command.first ?? "") }
        let fixed = compose.services.filter { $0.hasFixedName || $0.publishesPorts }
        return missing.map { breach("no container runs the product \($0) under its own name") }
            + unknown.map { breach("\($0.name) runs '\($0.command.joined(separator: " "))', which is no program of the product") }
            + fixed.map { breach("\($0.name) has a fixed name or publishes a port, so it cannot be scaled; remove it") }
    }

    /// Settings, commands and health addresses that the code does not know.
    private func nameViolations(in container: ComposeFile.Container) -> [Violation] {
        let settings = container.environment.keys.sorted().filter { !knowsSetting($0) }
        let commands = container.command.dropFirst().filter { !$0.hasPrefix("-") && !tree.spells($0) }
        let health = Self.httpPaths(in: container.healthCheck.joined(separator: " ")).filter { !tree.spells($0) }
        return settings.map { breach("\(container.name) sets \($0), which no setting in Shared or Services is named") }
            + commands.map { breach("\(container.name) runs the command '\($0)', which the code does not spell") }
            + health.map { breach("\(container.name) asks for \($0), which the code does not serve") }
    }

    /// Secrets are declared, and files under /run/secrets that a setting names are among the container's own.
    private func secretViolations(in compose: ComposeFile) -> [Violation] {
        compose.containers.flatMap { container -> [Violation] in
            let named = container.environment.values.filter { $0.hasPrefix("/run/secrets/") }.map { String($0.dropFirst(13)) }
            let foreign = named.filter { !container.secrets.contains($0) }
            let undeclared = container.secrets.filter { compose.secretFiles[$0] == nil }
            return foreign.map { breach("\(container.name) reads the secret \($0) and is not given it") }
                + undeclared.map { breach("\(container.name) is given the secret \($0), which is not declared") }
        }
    }

    /// What a container sees of the tree is there, and so is each file of it that its command names.
    private func mountViolations(in container: ComposeFile.Container) -> [Violation] {
        container.mounts.sorted { $0.key < $1.key }.flatMap { place, folder -> [Violation] in
            guard tree.contains(folder) else { return [breach("\(container.name) is given \(folder), which is not in the tree")] }
            let named = container.command.compactMap { word in word.range(of: place + "/").map { folder + "/" + word[$0.upperBound...] } }
            return named.filter { !tree.contains($0) }.map { breach("\(container.name) reads \($0), which is not in the tree") }
        }
    }

    /// A setting may also be read from a file: `NAME_FILE` beside `NAME`.
    func knowsSetting(_ name: String) -> Bool {
        if tree.spells(name) { return true }
        return name.hasSuffix("_FILE") && tree.spells(String(name.dropLast(5)))
    }

    private func breach(_ message: String) -> Violation {
        Violation(path: file, line: nil, message: message)
    }

    /// The paths that a health check asks for.
    static func httpPaths(in command: String) -> [String] {
        let words = command.split { $0 == " " || $0 == "'" || $0 == "\"" }
        return words.indices.dropFirst().filter { words[$0 - 1] == "GET" }.map { String(words[$0]) }
    }
}
