import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Seeded
import Testing

extension EndToEnd {
    /// What bad input gets: an answer, a rejection or a dead letter, each with the field, the fault and what was expected.
    @Suite struct BadInputs {
        @Test func whateverGatewaysSendIsAnsweredRejectedOrParkedAndOthersFlowOn() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            let inputs = BadInput.intake(partitions: deployment.options.partitions)

            let reports = try deployment.gateway.send(inputs.map(\.message))
            try deployment.gateway.submit(Gateway.complaint("13911111111"))

            let good = inputs.count { $0.answer == .registered } + 1
            try deployment.wait("all that is good is registered and the rest answered") {
                deployment.ledger.facts("redress.complaint.registered.v1").count == good
                    && deployment.ledger.facts("redress.complaint.rejected.v1").count + deployment.ledger.deadLetters.count
                        == inputs.count + 1 - good
            }
            for (input, report) in zip(inputs, reports) {
                check(input, at: report, deployment.ledger)
            }
            #expect(deployment.ledger.breaches.isEmpty)
            for instance in deployment.instances { #expect(instance.process.isRunning, "\(instance.service)") }
        }

        private func check(_ input: BadInput, at report: DeliveryReport, _ ledger: TopicLedger) {
            switch input.answer {
            case .registered: return
            case .deadLetter(let field, let problem):
                let letter = ledger.deadLetters.first {
                    $0.fields["partition"] as? Int == Int(report.partition) && $0.fields["offset"] as? Int == Int(report.offset)
                }
                #expect(letter?.fault?.field == field, "\(input.name)")
                #expect(letter?.fault?.problem == problem, "\(input.name)")
                #expect(letter?.fault?.expected.isEmpty == false, "\(input.name)")
            case .rejected(let field, let problem):
                let id = input.message.headers.first { $0.name == "ce_id" }.flatMap(\.value).map { String(decoding: $0, as: UTF8.self) }
                let rejected = ledger.facts("redress.complaint.rejected.v1").first { $0.text("eventID") == id }
                #expect(rejected?.fault?.field == field, "\(input.name)")
                #expect(rejected?.fault?.problem == problem, "\(input.name)")
                #expect(rejected?.fault?.expected.isEmpty == false, "\(input.name)")
            }
        }

        @Test func aMessageOfFiveMegabytesIsRefusedOrParkedAndOthersFlowOn() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            var huge = Gateway.complaint("13900000041")
            huge.description = String(repeating: "x", count: 5_000_000)

            var refusal: KafkaError?
            do throws(any Error) {
                try deployment.gateway.submit(huge)
            } catch let error as KafkaError {
                refusal = error
            }
            try deployment.gateway.submit(Gateway.complaint("13911111111"))

            _ = try deployment.fact("redress.complaint.registered.v1")
            if let refusal {
                #expect(refusal.description.lowercased().contains("large"), "\(refusal)")
            } else {
                let rejected = try deployment.fact("redress.complaint.rejected.v1")
                #expect(rejected.fault?.field == "data.description")
                #expect(rejected.fault?.problem == "is too long")
            }
        }

        @Test func commandsAreAnsweredWhateverTheyAsk() throws {
            let deployment = try Deployment { options in
                options.policyEdits = [
                    "work-order.yaml": [("unknownComplaintTimeout: {value: 24h", "unknownComplaintTimeout: {value: 2s")]
                ]
            }
            try deployment.startAll()
            try deployment.gateway.submit(Gateway.complaint("13900000051"))
            let complaint = ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1").key)
            let unknown = ComplaintNumber("C20260401999000001")

            try deployment.gateway.command(CommandMessage(.archive, complaint: complaint, by: "handler-7"), id: "too-early")
            try deployment.gateway.command(CommandMessage(.accept, complaint: complaint, by: "handler-7"), id: "accept")
            try deployment.gateway.command(CommandMessage(.accept, complaint: complaint, by: "handler-7"), id: "accept")
            try deployment.gateway.command(CommandMessage(.accept, complaint: complaint, by: "handler-7"), id: "accept-again")
            try deployment.gateway.command(CommandMessage(.transfer, complaint: complaint, by: "handler-7"), id: "no-unit")
            try deployment.gateway.command(CommandMessage(.accept, complaint: unknown, by: "handler-7"), id: "unknown")
            try deployment.gateway.command(CommandMessage(.approve, complaint: complaint, by: "supervisor-1"), id: "no-claim")

            let expected = [
                "too-early": ("command", "is not possible: the unit has not accepted the work order yet"),
                "accept-again": ("command", "was given before: the unit has accepted the work order and has not answered yet"),
                "no-unit": ("data.to", "is missing"),
                "unknown": ("data.complaint", "is unknown: no such complaint is registered"),
            ]
            for (id, fault) in expected {
                let rejected = try deployment.fact("redress.work-order.command-rejected.v1") { $0.text("commandID") == id }
                #expect(rejected.fault?.field == fault.0, "\(id)")
                #expect(rejected.fault?.problem == fault.1, "\(id)")
                #expect(rejected.fault?.expected.isEmpty == false, "\(id)")
            }
            let noClaim = try deployment.fact("redress.compensation.command-rejected.v1") { $0.text("commandID") == "no-claim" }
            #expect(noClaim.fault?.problem.isEmpty == false)
            #expect(deployment.ledger.facts("redress.work-order.accepted.v1").count == 1, "the same command twice is handled once")
            #expect(deployment.ledger.deadLetters.isEmpty)
        }

        @Test func aKeyThatNoTableCouldHoldStopsNobody() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            var generator = SplitMix64(seed: 7)
            let long = Data((0..<100_000).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) })
            try deployment.gateway.send(
                [long, Data([0x43, 0x00, 0x31])].map { key in
                    ProducedMessage(topic: Topic.workOrderCommands.name, partition: 3, key: key, value: Data("no JSON".utf8))
                })
            try deployment.gateway.submit(Gateway.complaint("13900000061"))
            let complaint = ComplaintNumber(try deployment.fact("redress.work-order.dispatched.v1").key)
            try deployment.gateway.command(CommandMessage(.accept, complaint: complaint, by: "handler-7"))

            _ = try deployment.fact("redress.work-order.accepted.v1")
            try deployment.wait("both are in the dead letters") { deployment.ledger.deadLetters.count == 2 }
        }

        /// The first complaint of a lane has the lane's first serial, so its number is known before it is there.
        @Test func aCommandThatComesBeforeItsComplaintWaitsForIt() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            let line = "13900000061"
            let lane = Murmur2.partition(of: Data(line.utf8), count: deployment.options.partitions)
            let complaint = ComplaintNumber("C20260401" + String(1_000 + Int(lane)).dropFirst() + "000001")

            try deployment.gateway.command(CommandMessage(.accept, complaint: complaint, by: "handler-7"))
            let dispatch = try deployment.endpoint(.dispatch)
            try deployment.wait("dispatch has the command") {
                dispatch.metric("redress_messages_total", "topic=\"redress.work-order-commands\"", "outcome=\"decided\"") == 1
            }
            try deployment.gateway.submit(Gateway.complaint(line))

            _ = try deployment.fact("redress.work-order.accepted.v1", complaint.rawValue)
            #expect(deployment.ledger.facts("redress.work-order.command-rejected.v1").isEmpty)
        }
    }
}
