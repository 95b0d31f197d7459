import Dispatch
import Foundation
import FoundationNetworking
import Synchronization

/// A service's health and metrics, asked over HTTP.
struct Endpoint {
    let port: Int

    struct Answer: Sendable, Equatable {
        /// 0 where nobody answers.
        var status = 0
        var body = ""
    }

    func get(_ path: String) -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { return Answer() }
        let isDone = DispatchSemaphore(value: 0)
        let box = Box()
        var request = URLRequest(url: url, timeoutInterval: 5)
        request.setValue("close", forHTTPHeaderField: "Connection")
        let task = URLSession.shared.dataTask(with: request) { data, response, _ in
            if let response = response as? HTTPURLResponse {
                box.set(Answer(status: response.statusCode, body: String(decoding: data ?? Data(), as: UTF8.self)))
            }
            isDone.signal()
        }
        task.resume()
        isDone.wait()
        return box.value
    }

    /// The sum of a metric's samples whose labels hold all of these.
    func metric(_ name: String, _ labels: String...) -> Double {
        get("/metrics").body.split(separator: "\n").reduce(0) { sum, line in
            guard line.hasPrefix(name + "{") || line.hasPrefix(name + " "), labels.allSatisfy({ line.contains($0) }),
                let value = line.split(separator: " ").last.flatMap({ Double($0) })
            else { return sum }
            return sum + value
        }
    }

    private final class Box: Sendable {
        private let answer = Mutex(Answer())

        func set(_ answer: Answer) { self.answer.withLock { $0 = answer } }

        var value: Answer { answer.withLock { $0 } }
    }
}
