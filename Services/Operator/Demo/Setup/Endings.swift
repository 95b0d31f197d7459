/// What has to be ended and removed, the last begun first, whichever way the demo comes to its end.
final class Endings {
    private var steps: [() throws -> Void] = []

    /// Adds a step; it will be done before those that were added earlier.
    func add(_ step: @escaping () throws -> Void) {
        steps.append(step)
    }

    /// Does all steps, and each even where one before it failed.
    ///
    /// - Returns: what went wrong, in words.
    func run() -> [String] {
        var faults: [String] = []
        while let step = steps.popLast() {
            do {
                try step()
            } catch {
                faults.append("\(error)")
            }
        }
        return faults
    }
}
