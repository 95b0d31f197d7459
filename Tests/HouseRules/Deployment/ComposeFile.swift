import YAML

/// What `docker-compose.yml` says of each container, with its merges (`<<`) written out.
struct ComposeFile {
    struct Container {
        let name: String
        let image: String?
        let isBuiltHere: Bool
        let command: [String]
        let environment: [String: String]
        let healthCheck: [String]
        let secrets: [String]
        let hasFixedName: Bool
        let publishesPorts: Bool
        /// The folders of the tree that it sees, by where it sees them.
        let mounts: [String: String]
    }

    let containers: [Container]
    /// The files of the secrets, by the secret's name.
    let secretFiles: [String: String]

    init(_ text: String, file: String = "docker-compose.yml") throws {
        let root = try YAMLNode.parse(text, file: file)
        containers = (root["services"]?.entries ?? []).map { Container(name: $0.key, $0.value) }
        let secrets = (root["secrets"]?.entries ?? []).map { ($0.key, $0.value["file"]?.text ?? "") }
        secretFiles = Dictionary(secrets) { first, _ in first }
    }

    /// The containers that run this product's image.
    var own: [Container] { containers.filter(\.isBuiltHere) }

    /// Those of them that run a service and not a one-shot command.
    var services: [Container] { own.filter { $0.command.first?.hasPrefix("redress-") == true } }
}

extension ComposeFile.Container {
    init(name: String, _ node: YAMLNode) {
        let fields = node.merged
        self.name = name
        image = fields["image"]?.text
        isBuiltHere = fields["build"] != nil
        command = fields["command"]?.words ?? []
        environment = (fields["environment"]?.merged ?? [:]).compactMapValues(\.text)
        healthCheck = fields["healthcheck"]?["test"]?.words ?? []
        secrets = fields["secrets"]?.words ?? []
        hasFixedName = fields["container_name"] != nil
        publishesPorts = fields["ports"] != nil
        let volumes = (fields["volumes"]?.words ?? []).map { $0.split(separator: ":").map(String.init) }
        mounts = Dictionary(
            volumes.filter { $0.count > 1 && $0[0].hasPrefix("./") }.map { ($0[1], String($0[0].dropFirst(2))) }
        ) { first, _ in first }
    }
}

extension YAMLNode {
    /// The entries of a mapping, those of `<<` beneath its own.
    var merged: [String: YAMLNode] {
        var result: [String: YAMLNode] = [:]
        for entry in entries ?? [] where entry.key == "<<" {
            for node in entry.value.elements ?? [entry.value] { result.merge(node.merged) { mine, _ in mine } }
        }
        for entry in entries ?? [] where entry.key != "<<" { result[entry.key] = entry.value }
        return result
    }

    /// The texts of a sequence.
    var words: [String] { (elements ?? []).compactMap(\.text) }
}
