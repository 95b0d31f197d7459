import CommandLine
import Contracts
import Embedded
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// Who gets in where Apache Kafka asks for TLS and a password, and what the others are told.
@Suite(.serialized, .enabled(if: GuardedBroker.home != nil, "needs an Apache Kafka: set KAFKA_HOME")) struct GuardedDoorTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory(named: "door-tests")
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = folder.appending(name)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// What a client is told that asks for the topics, and what one that sends.
    private func refusals(_ settings: KafkaSettings) throws -> [KafkaError] {
        let asking = #expect(throws: KafkaError.self) { try KafkaAdmin(settings).topics(timeoutMilliseconds: 5_000) }
        let sending = #expect(throws: KafkaError.self) {
            try KafkaProducer(settings).produce(
                [ProducedMessage(topic: "redress.intake", key: Data("1".utf8), value: Data())], timeoutMilliseconds: 5_000)
        }
        return [try #require(asking), try #require(sending)]
    }

    @Test func theRightPasswordOverTheRightAuthorityOpensTheDoor() throws {
        let topics = try KafkaAdmin(GuardedBroker.settings(of: "redress-operator")).topics()
        #expect(topics["redress.alerts"] == 1)
        #expect(topics["redress.work-order-commands"] == nil, "what one may not use one does not see")
    }

    @Test func aWrongPasswordIsRefusedAndNeverShown() throws {
        let wrong = try file("password", "guess-1234\n")
        for error in try refusals(GuardedBroker.settings(of: "redress-channel-gateway") { $0.passwordFile = wrong }) {
            #expect(error.isRefusal && error.description.contains("Authentication failed"), "\(error)")
            #expect(!error.description.contains("guess-1234"))
            let report = FailureReport(error)
            #expect(report.code == .permission && report.text.contains("--kafka-security-protocol"))
        }
    }

    @Test func whereTheLibraryIsTooOldForTheBrokersScramThatIsSaidBesideTheRefusal() throws {
        let settings = try GuardedBroker.settings(of: "redress-operator") { $0.mechanism = .scramSHA512 }
        guard !KafkaLibrary.provesScram else {
            #expect(try KafkaAdmin(settings).topics()["redress.alerts"] == 1)
            return
        }
        for error in try refusals(settings) {
            #expect(error.isRefusal && error.description.contains("needs 2.6.1, or PLAIN over TLS"), "\(error)")
        }
    }

    @Test func aBrokerThatAnotherAuthorityVouchesForIsNotTrusted() throws {
        let other = try CertificateAuthority(named: "Somebody Else")
        for error in try refusals(GuardedBroker.settings(of: "redress-channel-gateway") { $0.caFile = other.certificateFile }) {
            #expect(error.isRefusal && error.description.contains("certificate verify failed"), "\(error)")
        }
    }

    @Test func whoComesWithoutTLSIsTurnedAwayAndToldWhatMayBeWrong() throws {
        for error in try refusals(GuardedBroker.settings(of: "redress-channel-gateway") { $0.transport = .plaintext }) {
            #expect(error.mentionsProtocol, "\(error)")
            #expect(FailureReport(error).text.contains("--kafka-security-protocol"))
        }
    }

    @Test func whoComesWithTLSAndNoPasswordIsTurnedAway() throws {
        let settings = try GuardedBroker.settings(of: "redress-channel-gateway") { $0.transport = .tls }
        #expect(throws: KafkaError.self) { try KafkaAdmin(settings).topics(timeoutMilliseconds: 3_000) }
    }

    /// A certificate of that name, by the brokers' own authority unless told otherwise.
    private func identity(_ name: String, of authority: CertificateAuthority? = nil) throws -> KafkaSecurity.Identity {
        let issued = try (authority ?? GuardedBroker.authority.get()).issue(name, for: ["DNS:\(name)"])
        return KafkaSecurity.Identity(certificateFile: issued.certificateFile, keyFile: issued.keyFile)
    }

    @Test func whereACertificateIsAskedForItsNameIsTheUsers() throws {
        let topics = try KafkaAdmin(GuardedBroker.settings(showing: identity("redress-billing"))).topics()
        let billing = try #require(TopicRole.named("billing"))
        #expect(Set(topics.keys.filter { $0.hasPrefix("redress.") }) == Set((billing.reads + billing.writes).map(\.name)))
    }

    @Test func whereACertificateIsAskedForNoneAndAStrangersAreRefused() throws {
        let other = try CertificateAuthority(named: "Somebody Else")
        for shown in [nil, try identity("redress-billing", of: other)] {
            for error in try refusals(GuardedBroker.settings(showing: shown)) {
                #expect(error.isRefusal && error.description.contains("the broker asks for a certificate"), "\(error)")
                #expect(FailureReport(error).code == .permission)
            }
        }
    }

    @Test func besideAPasswordACertificateIsShownToo() throws {
        let own = try identity("redress-operator")
        #expect(try KafkaAdmin(GuardedBroker.settings(of: "redress-operator") { $0.identity = own }).topics()["redress.alerts"] == 1)
        let other = try CertificateAuthority(named: "Somebody Else")
        let stranger = try identity("redress-operator", of: other)
        for error in try refusals(GuardedBroker.settings(of: "redress-operator") { $0.identity = stranger }) {
            #expect(error.isRefusal && error.description.contains("the broker asks for a certificate"), "\(error)")
        }
    }

    @Test func aKeyThatIsAnotherCertificatesIsToldBeforeAnyBrokerIsAsked() throws {
        var mixed = try identity("redress-billing")
        mixed.keyFile = try identity("redress-approver").keyFile
        for error in try refusals(GuardedBroker.settings(showing: mixed)) {
            #expect(error.description.contains("ssl.key.location"), "\(error)")
        }
    }

    @Test func aPasswordThatIsChangedInItsFileCountsAtTheNextConnectionWithoutARestart() throws {
        let password = try #require(try GuardedBroker.door().passwords["redress-intake"])
        let path = try file("rotated", "an-old-password\n")
        let link = try KafkaLink(
            GuardedBroker.settings(of: "redress-intake") { $0.passwordFile = path }, group: "redress-intake", topics: ["redress.intake"])
        var (wasRefused, isAssigned) = (false, false)
        let deadline = ContinuousClock.now + .seconds(30)
        while !isAssigned, ContinuousClock.now < deadline {
            for event in (link.poll(limit: 10, timeoutMilliseconds: 500) as (events: [ConsumerEvent], reports: [DeliveryReport])).events {
                if case .error(let error) = event, error.isRefusal, !wasRefused {
                    wasRefused = true
                    _ = try file("rotated", "\(password)\n")
                }
                if case .assigned = event { isAssigned = true }
            }
        }
        #expect(wasRefused && isAssigned)
        link.close()
    }
}
