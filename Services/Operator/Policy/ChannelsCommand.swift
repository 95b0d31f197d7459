import CommandLine
import Domain
import Foundation
import Policies
import Runtime

/// `redress policy channels`: where the public can complain, as it is to be published on the site and in the halls (S062, S080).
enum ChannelsCommand {
    static let command = OperatorCommand(
        Command(
            "channels", summary: "List the channels for publication, and say which have no contact yet.",
            discussion: "The operator adds missing contacts in channels.yaml.",
            examples: ["redress policy channels", "redress policy channels --json"],
            options: [
                JSONOutput.option,
                ServiceCommand.policies,
            ])
    ) { arguments in
        let pack = try PolicyPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
        let lines = pack.intake.directory.map(Line.init)
        if arguments.flag("json") {
            try JSONOutput.write(lines)
        } else {
            StandardStream.output.write(lines.map { $0.text + "\n" }.joined())
        }
        return .ok
    }

    /// One channel as it is shown.
    struct Line: Encodable {
        let channel: Channel
        let name: String
        let level: ChannelLevel
        let contact: String?
        let alwaysOpen: Bool

        init(_ listing: ChannelListing) {
            channel = listing.channel
            name = listing.name
            level = listing.level
            contact = listing.contact
            alwaysOpen = listing.isAlwaysOpen
        }

        var text: String {
            "\(channel)  \(name)  \(level.rawValue)  " + (contact ?? "contact not published") + (alwaysOpen ? "  24 hours" : "")
        }
    }
}
