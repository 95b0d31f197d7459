// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6, explicit imports, warnings that stop the build, and `unsafe` spelled out. A release looks across modules
/// when it optimises, which spares a twelfth of the services' processor time: the coders are generic, and their users live in other modules.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A C library of the system's, found by pkg-config.
func system(_ name: String, pkgConfig: String, apt package: String) -> Target {
    .systemLibrary(name: name, path: "Shared/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A part that several services share, with its page.
func shared(_ name: String, needs dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Shared/\(name)", exclude: ["README.md"], swiftSettings: strict)
}

/// The services, in the order a complaint meets them: the folder of each under `Services`, and its executable. A house rule holds them to
/// `ServiceName`.
let services = [
    (folder: "Intake", program: "redress-intake"),
    (folder: "Dispatch", program: "redress-dispatch"),
    (folder: "SLAMonitor", program: "redress-sla-monitor"),
    (folder: "Compensation", program: "redress-compensation"),
    (folder: "Notification", program: "redress-notification"),
]

/// One service: a library that tests can drive, and the executable whose `main.swift` only starts it.
func service(_ folder: String, _ product: String) -> [Target] {
    let parts: [Target.Dependency] = ["Domain", "Contracts", "Policies", "Runtime", "Telemetry", "Crypto", "JSON"]
    return [
        .target(
            name: "\(folder)Service", dependencies: parts, path: "Services/\(folder)", exclude: ["Main"], swiftSettings: strict),
        .executableTarget(
            name: product, dependencies: [.byName(name: "\(folder)Service"), "Runtime"], path: "Services/\(folder)/Main",
            swiftSettings: strict),
    ]
}

/// A program of Examples: what an outsider writes, against the wrappers alone.
func example(_ folder: String, needs dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: "example-\(folder.lowercased())", dependencies: dependencies, path: "Examples/Swift/\(folder)", swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)", resources: resources, swiftSettings: strict)
}

let everyService: [Target.Dependency] = services.map { .byName(name: "\($0.folder)Service") }

let package = Package(
    name: "redress",
    products: services.map { .executable(name: $0.program, targets: [$0.program]) }
        + [.executable(name: "redress", targets: ["redress"])],
    targets: [
        system("CRDKafka", pkgConfig: "rdkafka", apt: "librdkafka-dev"),
        system("CLibPQ", pkgConfig: "libpq", apt: "libpq-dev"),
        system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
        system("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        system("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        .target(name: "CSystem", path: "Shared/CSystem"),
        .target(
            name: "CSimdJSON", path: "Shared/CSimdJSON",
            linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("stdc++")]),

        shared("Domain"),
        shared("JSON", needs: ["CSimdJSON"]),
        shared("Files"),
        shared("YAML", needs: ["CYAML", "Files"]),
        shared("Crypto", needs: ["COpenSSL", "Files"]),
        shared("HTTP", needs: ["CMicroHTTPD"]),
        shared("Kafka", needs: ["CRDKafka", "CSystem", "Files"]),
        shared("Postgres", needs: ["CLibPQ", "CSystem", "Files"]),
        shared("CommandLine", needs: ["CSystem", "YAML", "Files"]),
        shared("TextDecoding"),
        shared("Telemetry"),
        shared("Reporting", needs: ["Domain"]),
        shared("Contracts", needs: ["Domain", "Reporting", "JSON"]),
        shared("Policies", needs: ["Domain", "Reporting", "YAML", "Files"]),
        shared(
            "Runtime",
            needs: [
                "Domain", "Contracts", "Policies", "Kafka", "Postgres", "HTTP", "Crypto", "CommandLine", "Telemetry", "JSON", "CSystem",
                "Files",
            ]),
        shared("Embedded", needs: ["CRDKafka", "Kafka", "CSystem"]),

        .target(
            name: "OperatorService",
            dependencies: everyService + [
                "Domain", "Contracts", "Policies", "Runtime", "Embedded", "Kafka", "Postgres", "Crypto", "CommandLine", "Telemetry", "YAML",
                "JSON", "Files", "TextDecoding", "Reporting",
            ],
            path: "Services/Operator", exclude: ["Main"], swiftSettings: strict),
        .executableTarget(
            name: "redress", dependencies: ["OperatorService"], path: "Services/Operator/Main", swiftSettings: strict),

        example("Gateway", needs: ["Kafka"]),
        example("Consumer", needs: ["Kafka"]),
        example("Desk", needs: ["Kafka", "Crypto"]),

        .target(
            name: "Fakes", dependencies: ["Runtime", "Kafka", "Domain", "Contracts", "Crypto", "JSON"], path: "Tests/Fakes",
            swiftSettings: strict),
        .target(name: "Seeded", path: "Tests/Seeded", swiftSettings: strict),
        .target(name: "Recipes", path: "Tests/Recipes", swiftSettings: strict),
        .target(name: "Moments", dependencies: ["Domain"], path: "Tests/Moments", swiftSettings: strict),
        .target(
            name: "World",
            dependencies: everyService + [
                "OperatorService", "Fakes", "Seeded", "Runtime", "Domain", "Reporting", "Contracts", "Policies", "Crypto", "Kafka",
            ],
            path: "Tests/World", swiftSettings: strict),
        .executableTarget(
            name: "redress-simulate", dependencies: ["World", "Fakes", "CommandLine", "Policies"], path: "Tests/Simulate",
            swiftSettings: strict),
        .target(
            name: "Counting", dependencies: ["Contracts", "Kafka"], path: "Tests/Counting", swiftSettings: strict),
        .target(
            name: "Chaos",
            dependencies: [
                "Counting", "OperatorService", "Seeded", "Embedded", "Kafka", "Postgres", "Contracts", "Domain", "Runtime", "CommandLine",
            ],
            path: "Tests/Chaos", exclude: ["Main"], swiftSettings: strict),
        .executableTarget(name: "redress-chaos", dependencies: ["Chaos"], path: "Tests/Chaos/Main", swiftSettings: strict),
        tests("Domain", of: ["Domain", "Contracts", "Reporting", "Policies", "Seeded", "Recipes", "Moments"]),
        tests("Reporting", of: ["Reporting", "Domain", "Policies", "Moments"]),
        tests("Contracts", of: ["Contracts", "Domain", "Reporting", "YAML", "Seeded"]),
        tests("JSON", of: ["JSON"]),
        tests("YAML", of: ["YAML"]),
        tests("Crypto", of: ["Crypto"]),
        tests("HTTP", of: ["HTTP"]),
        tests("CommandLine", of: ["CommandLine", "Files", "Seeded"]),
        tests("Telemetry", of: ["Telemetry"]),
        tests("Policies", of: ["Policies", "Domain", "Reporting", "YAML"]),
        tests("Kafka", of: ["Kafka", "Embedded"]),
        tests("Postgres", of: ["Postgres", "Embedded"]),
        tests(
            "Runtime",
            of: ["Fakes", "Runtime", "Embedded", "Domain", "Contracts", "Crypto", "Policies", "Kafka", "Postgres", "Telemetry", "YAML"]),
        tests(
            "Operator",
            of: [
                "OperatorService", "Domain", "Contracts", "CommandLine", "Kafka", "Embedded", "Policies", "Postgres", "Runtime", "YAML",
                "JSON", "Files", "Crypto", "TextDecoding", "Reporting",
            ]),
        tests(
            "Simulation",
            of: everyService + [
                "World", "Chaos", "Counting", "OperatorService", "Fakes", "Seeded", "Runtime", "Domain", "Contracts", "Policies",
                "Telemetry",
                "Crypto", "Kafka", "Embedded", "Postgres", "Moments",
            ]),
        tests("EndToEnd", of: ["Counting", "Seeded", "Recipes", "Embedded", "Kafka", "Postgres", "Contracts", "Domain", "Crypto"]),
        tests("HouseRules", of: ["YAML", "Policies", "Contracts", "Recipes"]),
    ]
        + services.flatMap { service($0.folder, $0.program) },
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
