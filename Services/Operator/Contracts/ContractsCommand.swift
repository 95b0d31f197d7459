import CommandLine
import Files
import Foundation

/// `redress contracts write`: writes what the contracts' files say, from the descriptions in the code.
enum ContractsCommand {
    static let command = OperatorCommand(
        "contracts", summary: "Generate the files of the contracts from the code.", subcommands: [write])

    private static let write = OperatorCommand(
        Command(
            "write", summary: "Write the schemas, the AsyncAPI document and the table of a work order's states.",
            discussion: """
                What an event or a command is called, what it carries and where it is allowed is described once in the code. Of an event that a \
                service writes, the title, sentences, limits and examples are those of the schema in the folder; all else follows from the code.

                Exit codes: 0 written, or all up to date with --check; 1 with --check, a file is out of date; 65 a schema in the folder \
                cannot be read.
                """,
            examples: ["redress contracts write", "redress contracts write --check"],
            options: [
                Option("folder", value: .path, default: "Ops/contracts", help: "The folder of the contracts."),
                Option("check", help: "Write nothing; list the files that are out of date."),
                JSONOutput.option,
            ])
    ) { arguments in
        let folder = URL(filePath: arguments.string("folder") ?? "Ops/contracts")
        let stale = try ContractFolder(folder).files().filter { try !$0.isWritten(in: folder) }
        if !arguments.flag("check") {
            for file in stale { try LocalFile.write(file.text, to: folder.appending(path: file.path).path) }
        }
        if arguments.flag("json") {
            try JSONOutput.write(stale.map(\.path))
        } else {
            for file in stale { StandardStream.output.write(file.path + "\n") }
        }
        return stale.isEmpty || !arguments.flag("check") ? .ok : .negative
    }
}
