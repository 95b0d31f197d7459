import Foundation

/// What one can do next.
enum FurtherTries {
    static func text(_ stage: Stage, isKept: Bool) -> String {
        guard isKept else { return "\nTo try more: Ops/demo --keep leaves all running and says how to reach it.\n" }
        var text = "\nAll is still running, until Ctrl-C. In another terminal:\n\n"
        for (name, value) in stage.environment.sorted(by: { $0.key < $1.key }) { text += "  export \(name)='\(value)'\n" }
        text += "  export PATH='\(stage.executable.deletingLastPathComponent().path)':\"$PATH\"\n\n"
        text += "  redress submit --line 13800138000 --channel hotline --province CN-SC --category billing"
        text += " --customer 李雷 --contact 13800138000 --description 多收10元\n"
        for (name, port) in stage.fleet.ports { text += "  curl http://127.0.0.1:\(port)/metrics  # \(name)\n" }
        return text
    }
}
