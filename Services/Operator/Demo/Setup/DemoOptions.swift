import CommandLine
import Foundation

/// What `redress demo` was asked for.
struct DemoOptions {
    let data: URL
    let mapping: URL
    let policies: URL
    let migrations: URL
    /// How many seconds pass by the services' clock in one of ours.
    let speed: Int
    /// Where the report's page is written.
    let report: URL
    let isKept: Bool
    let isJSON: Bool

    static let all: [Option] = [
        Option(
            "data", value: .path, default: "Ops/data/complaints-us-2015.csv",
            help: "The complaints: a CSV file with the same columns as the default."),
        Option(
            "mapping", value: .path, default: "Ops/data/complaints-us-2015.mapping.yaml", help: "How the file's columns become fields."),
        Option("policies", value: .path, default: "Ops/policies/china", help: "The folder of the policy pack."),
        Option("migrations", value: .path, default: "Ops/migrations", help: "The folder of the migrations."),
        Option(
            "speed", value: .int(1_000...1_000_000), default: "50000",
            help: "How many times faster than real time the services' clock runs."),
        Option("report", value: .path, default: ".build/demo/report.html", help: "The file to write the report page to; it is kept."),
        Option("keep", help: "Keep everything running at the end, until Ctrl-C."),
        Option("json", help: "Print one JSON object with the counts at the end, and everything else on the standard error."),
    ]

    init(_ arguments: Arguments) throws(UsageError) {
        data = URL(filePath: try arguments.requiredString("data"))
        mapping = URL(filePath: try arguments.requiredString("mapping"))
        policies = URL(filePath: try arguments.requiredString("policies"))
        migrations = URL(filePath: try arguments.requiredString("migrations"))
        speed = try arguments.requiredInt("speed")
        report = URL(filePath: try arguments.requiredString("report"))
        isKept = arguments.flag("keep")
        isJSON = arguments.flag("json")
    }
}
