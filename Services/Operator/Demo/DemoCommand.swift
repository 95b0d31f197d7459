import CommandLine
import Foundation
import Glibc

/// `redress demo`: everything on one machine, played in fast time.
enum DemoCommand {
    static let command = OperatorCommand(
        Command(
            "demo", summary: "Play real complaints through all five services, in about a minute.",
            discussion: """
                Starts a broker, a database and the five services, sends the complaints of a file to the intake topic as a channel gateway \
                would, and plays handlers, approvers, billing and the gateways' receipts. It shows counts as they move and alerts as they \
                fire and compares topics and databases at the end. Then one customer complains again and another appeals, which is counted \
                separately. In a few lines each it tells the stories of these two, of a major complaint, of a payment that two people decide and \
                of a digest. It writes the month's report as a page, shows one complaint as redress show and redress explain do, stops \
                everything it started, and leaves only the page.

                KAFKA_BOOTSTRAP_SERVERS or KAFKA_HOME name a broker to use instead of the embedded one, DATABASE_URL a database server; the demo \
                creates its own topics, database and roles there and removes them at the end.

                Exit codes: 0 all complaints are where they should be; 1 they are not; 65 the file cannot be used; 69 a server does not answer; \
                130 stopped by Ctrl-C.
                """,
            examples: ["Ops/demo", "Ops/demo --keep", "Ops/demo --json 2>/dev/null"], options: DemoOptions.all)
    ) { arguments in
        let flag = StopFlag()
        do {
            return try DemoRun(DemoOptions(arguments), flag).run()
        } catch is StopFlag.Stopped {
            exit(interrupted)
        } catch let error as DemoError {
            StandardStream.errors.write("redress: \(error)\n")
            return error.exitCode
        }
    }

    /// What shells give for a program ended by SIGINT.
    private static let interrupted: Int32 = 130
}
