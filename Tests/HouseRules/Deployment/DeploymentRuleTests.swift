import Testing

/// The rules on deployment files bite.
@Suite struct DeploymentRuleTests {
    private let tree = SourceTree(files: [
        SourceFile(path: "Shared/Runtime/Settings.swift", text: #"["DATABASE_URL", "HTTP_PORT", "/readyz", "migrate"]"#),
        SourceFile(path: "Ops/migrations/001.sql", text: ""),
        SourceFile(path: "Package.swift", text: ""),
    ])

    private let programs = ["redress-intake", "redress"]

    private func messages(_ compose: String) throws -> [String] {
        try ComposeRule(tree: tree, programs: programs).violations(in: ComposeFile(compose)).map(\.message)
    }

    private func service(_ more: String) -> String {
        "services:\n  intake:\n    build: .\n    command: [redress-intake]\n" + more
    }

    @Test func aRightFileHasNoFault() throws {
        let text = """
            x-settings: &settings
              HTTP_PORT: "8080"
            services:
              intake:
                build: .
                command: [redress-intake]
                environment:
                  <<: *settings
                  DATABASE_URL_FILE: /run/secrets/url
                secrets: [url]
                healthcheck:
                  test: [CMD, bash, -c, "printf 'GET /readyz HTTP/1.0'"]
              migrate:
                build: .
                command: [redress, migrate]
              kafka:
                image: kafka
                environment: {KAFKA_NODE_ID: "1"}
                ports: ["9092:9092"]
            secrets:
              url: {file: Ops/secrets/url}
            """
        #expect(try messages(text) == [])
    }

    @Test func aSettingThatNobodyReadsIsFound() throws {
        #expect(
            try messages(service("    environment: {HTTP_PROT: \"1\"}\n")) == [
                "intake sets HTTP_PROT, which no setting in Shared or Services is named"
            ])
    }

    @Test func anInheritedSettingIsCheckedToo() throws {
        let text = "x-s: &s\n  NOBODY: \"1\"\n" + service("    environment:\n      <<: *s\n")
        #expect(try messages(text).count == 1)
    }

    @Test func aCommandThatIsNoneIsFound() throws {
        let text = service("  job:\n    build: .\n    command: [redress, migrat]\n  other:\n    build: .\n    command: [redres]\n")
        #expect(try messages(text).count == 2)
    }

    @Test func aServiceWithoutAContainerIsFound() throws {
        #expect(try messages("services: {}\n") == ["no container runs the product redress-intake under its own name"])
    }

    @Test func anAddressThatNobodyServesIsFound() throws {
        let text = service("    healthcheck: {test: [CMD, bash, -c, \"printf 'GET /healthz HTTP/1.0'\"]}\n")
        #expect(try messages(text) == ["intake asks for /healthz, which the code does not serve"])
    }

    @Test func aServiceThatCannotBeScaledIsFound() throws {
        #expect(try messages(service("    ports: [\"8080:8080\"]\n")).count == 1)
        #expect(try messages(service("    container_name: one\n")).count == 1)
    }

    @Test func aSecretThatIsNotGivenIsFound() throws {
        #expect(try messages(service("    environment: {DATABASE_URL_FILE: /run/secrets/url}\n")).count == 1)
        #expect(try messages(service("    secrets: [url]\n")).count == 1)
    }

    @Test func aFileOfTheTreeThatIsNotThereIsFound() throws {
        let seen = "  watch:\n    image: w\n    command: [--file=/etc/w/001.sql, --other=/etc/w/002.sql]\n"
        #expect(
            try messages(service(seen + "    volumes: [\"./Ops/migrations:/etc/w:ro\"]\n")) == [
                "watch reads Ops/migrations/002.sql, which is not in the tree"
            ])
        #expect(
            try messages(service(seen + "    volumes: [\"./Ops/watch:/etc/w:ro\"]\n")) == [
                "watch is given Ops/watch, which is not in the tree"
            ])
    }

    @Test func aManifestThatNamesWhatIsNotThereIsFound() throws {
        let text = """
            items:
              - data: {HTTP_PROT: "1"}
              - spec:
                  template:
                    spec:
                      containers:
                        - command: [redress, migrat]
                          env: [{name: DATABASE_URL, value: x}, {name: DATABASE, value: x}]
                          livenessProbe: {httpGet: {path: /readyz}}
                          readinessProbe: {httpGet: {path: /ready}}
            """
        let manifest = try KubernetesManifest(SourceFile(path: "redress.yaml", text: text))
        #expect(manifest.programs == ["redress"])
        #expect(
            manifest.violations(in: tree).map(\.message) == [
                "sets DATABASE, which no setting is named", "sets HTTP_PROT, which no setting is named",
                "runs the command 'migrat', which the code does not spell", "asks for /ready, which the code does not serve",
            ])
    }

    @Test func aDockerfileThatCopiesNothingThereIsFound() throws {
        let text = """
            COPY Package.swift ./
            # COPY Nothing Nowhere
            COPY --from=build /out /bin
            COPY Ops/migrations Ops/policies /share/
            ENV HTTP_PORT=8080 \\
                HTTP_PROT=1
            RUN cp .build/release/redress /out/
            """
        let file = SourceFile(path: "Dockerfile", text: text)
        #expect(
            DockerfileRule(tree: tree, programs: programs).violations(in: file).map(\.message) == [
                "copies Ops/policies, which is not in the tree", "sets HTTP_PROT, which no setting in Shared or Services is named",
                "leaves the product redress-intake out of the image",
            ])
    }
}
