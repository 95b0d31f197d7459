import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Kafka
import Runtime

/// `redress command VERB`: what handlers' desks, approvers and billing ask of a complaint.
enum OrderCommand {
    static let command = OperatorCommand(
        "command", summary: "Give a command to a complaint's work order or claim.", subcommands: CommandVerb.all.map(subcommand))

    private static func subcommand(_ verb: CommandVerb) -> OperatorCommand {
        let example = "redress command \(verb.name) C20260401000001 --by 10086\(OrderOptions.example(of: verb))"
        return OperatorCommand(
            Command(
                verb.name, summary: verb.about.summary,
                discussion: """
                    Publishes the command on \(verb.topic.name). With --wait it reads \(verb.outcomeTopic.name) until the outcome is there.

                    Exit codes: 0 sent, or done if --wait was given; 1 refused; 64 an option is missing or wrong; 65 no such \
                    complaint; 69 no broker answers; 75 no outcome in time (it may still come).
                    """,
                examples: [
                    example + " --wait 10s", example + " --sign-with desk-network.pem",
                ],
                options: [
                    Option(
                        "by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", required: true,
                        help: "Your staff number.")
                ] + OrderOptions.options(of: verb) + [
                    Option(
                        "sign-with", value: .path, environment: "REDRESS_SIGN_WITH",
                        help: "The sender's private key. Services that check commands refuse one without a signature."),
                    Option("wait", value: .duration, help: "Wait for the outcome, at most this long."),
                    Option(
                        "id", value: .string(placeholder: "TEXT"),
                        help: "The event's id; a random one by default. The same id sent again has no effect."),
                    JSONOutput.option, TimeText.option,
                ] + GroundCheck.options(of: verb) + ServiceCommand.kafka,
                operands: [Operand("NUMBER", help: "The complaint's number.")])
        ) { try run(verb, $0) }
    }

    private static func run(_ verb: CommandVerb, _ arguments: Arguments) throws -> ExitCode {
        let complaint = ComplaintNumber(arguments.operand("NUMBER") ?? "")
        let actor = ActorID(try arguments.requiredString("by"))
        let message = try OrderOptions.message(verb, complaint: complaint, by: actor, arguments)
        try GroundCheck.check(verb, message, arguments)
        var event = message.event(
            id: arguments.string("id") ?? RandomID.next(), source: verb.party.source, time: SystemClock().now())
        event.traceParent = traceParent()
        try check(event, verb)
        if let file = arguments.string("sign-with") { try EventSignature.sign(&event, with: SigningKey(file: URL(filePath: file))) }
        let settings = try ServiceSettings.kafka(arguments, clientID: "redress-command")
        let timeout = arguments.duration("wait")
        let watch = try timeout.map { _ in try OutcomeWatch(settings, topic: verb.outcomeTopic, times: TimeText(arguments)) }
        try EventPublisher(settings, topic: verb.topic).publish([(complaint.rawValue, event)])
        let report = OrderReport(
            command: verb.name, complaint: complaint, id: event.id,
            outcome: try timeout.flatMap { try watch?.outcome(of: event, within: $0) })
        if arguments.flag("json") {
            try JSONOutput.write(report)
        } else {
            StandardStream.output.write(report.text(try TimeText(arguments)))
        }
        return report.exitCode
    }

    /// Reads the command as its service will, so that what is missing is said here and not a minute later.
    static func check(_ event: CloudEvent, _ verb: CommandVerb) throws(UsageError) {
        do throws(Fault) {
            switch verb {
            case .workOrder: _ = try CommandReader.workOrderCommand(in: event, guard: NoGuard()).command.get()
            case .claim: _ = try CommandReader.claimCommand(in: event, guard: NoGuard()).command.get()
            }
        } catch {
            let fault = error.withoutPrefix
            let subject = fault.field == "complaint" ? "NUMBER" : "--\(fault.field)"
            throw UsageError(command: "redress command \(verb.name)", subject: subject, expected: "\(fault.expected); it \(fault.problem)")
        }
    }

    /// A trace of its own, by which the events a command leads to are known (W3C Trace Context).
    private static func traceParent() -> String {
        let digits = RandomID.next().filter { $0 != "-" }
        return "00-\(digits)-\(RandomID.next().filter { $0 != "-" }.prefix(16))-01"
    }
}
