internal import Dispatch
internal import Foundation
internal import Glibc
public import Kafka

/// The embedded broker as a process of its own, for the demo and for tests of built programs.
public enum EmbeddedBroker {
    /// The line that says where the broker listens begins with these words.
    public static let readyWords = "kafka ready on "

    /// Opens the broker, prints `kafka ready on HOST:PORT` on stdout and serves until SIGTERM or SIGINT.
    ///
    /// - Parameter endsWithInput: serve only as long as stdin stays open, for parents that hold a pipe.
    /// - Throws: when the broker cannot be opened or a topic is refused.
    public static func run(topics: [TopicSpecification], endsWithInput: Bool = false) throws(KafkaError) {
        let ended = DispatchSemaphore(value: 0)
        let sources = [SIGTERM, SIGINT].map { number in
            // The signal is taken by the source instead of ending the process in the middle of something.
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { ended.signal() }
            source.activate()
            return source
        }
        let broker = try MockBroker(topics: topics)
        FileHandle.standardOutput.write(Data("\(readyWords)\(broker.bootstrapServers)\n".utf8))
        if endsWithInput {
            Thread {
                while readLine() != nil {}; ended.signal()
            }.start()
        }
        withExtendedLifetime((broker, sources)) { ended.wait() }
    }
}
