import YAML

/// What the Kubernetes list says of its containers.
struct KubernetesManifest {
    let file: SourceFile
    private let settings: [String]
    private let containers: [YAMLNode]

    init(_ file: SourceFile) throws {
        self.file = file
        let items = try YAMLNode.parse(file.text, file: file.path)["items"]?.elements ?? []
        containers = items.flatMap { $0["spec"]?["template"]?["spec"]?["containers"]?.elements ?? [] }
        let variables = containers.flatMap { $0["env"]?.elements ?? [] }.compactMap { $0["name"]?.text }
        settings = items.flatMap { $0["data"]?.entries?.map(\.key) ?? [] } + variables
    }

    /// The programs that the containers run.
    var programs: Set<String> { Set(containers.compactMap { $0["command"]?.words.first }) }

    /// Settings, commands and probes that the code does not know.
    func violations(in tree: SourceTree) -> [Violation] {
        let rule = ComposeRule(tree: tree)
        let commands = containers.flatMap { $0["command"]?.words.dropFirst() ?? [] }
        let probes = containers.flatMap { [$0["livenessProbe"], $0["readinessProbe"]] }.compactMap { $0?["httpGet"]?["path"]?.text }
        return Set(settings).filter { !rule.knowsSetting($0) }.sorted().map { breach("sets \($0), which no setting is named") }
            + Set(commands).filter { !tree.spells($0) }.sorted().map { breach("runs the command '\($0)', which the code does not spell") }
            + Set(probes).filter { !tree.spells($0) }.sorted().map { breach("asks for \($0), which the code does not serve") }
    }

    private func breach(_ message: String) -> Violation {
        file.violation(line: nil, message)
    }
}
