import Files

/// What writing a file comes to.
enum FileErrorProbe {
    static func write(to path: String) -> (any Error)? {
        do {
            try LocalFile.write("x", to: path)
            return nil
        } catch {
            return error
        }
    }
}
