import Files
public import Foundation

/// One step of a schema: a file `NNN_name.sql`.
public struct Migration: Sendable, Equatable {
    /// The number the file's name begins with, 1 or more; the steps run in its order.
    public let version: Int32
    /// What stands between the number and `.sql`.
    public let name: String
    /// The file's text.
    public let sql: String

    /// The file's name, without its folder.
    public let file: String

    /// Whether programs that do not know this step yet may go on with the schema, as in a rolling upgrade and on the way back: the file's first
    /// line says `-- compatible` where it only adds what they need not know.
    public var isCompatible: Bool { sql.hasPrefix("-- compatible") }

    /// Reads the migrations of some folders as one sequence, in the order of their numbers.
    ///
    /// Throws ``MigrationError/unreadable(file:reason:)``, ``MigrationError/misnamed(file:)`` or ``MigrationError/sameVersion(file:other:)``.
    /// Files that do not end in `.sql` are left alone.
    public static func read(from directories: [URL]) throws(MigrationError) -> [Migration] {
        var migrations: [Migration] = []
        for directory in directories { migrations += try files(in: directory) }
        migrations.sort { $0.version < $1.version }
        for (earlier, later) in zip(migrations, migrations.dropFirst()) where earlier.version == later.version {
            throw .sameVersion(file: later.file, other: earlier.file)
        }
        return migrations
    }

    private static func files(in directory: URL) throws(MigrationError) -> [Migration] {
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        } catch {
            throw .unreadable(file: directory.path, reason: error.localizedDescription)
        }
        var migrations: [Migration] = []
        for file in files.sorted() where file.hasSuffix(".sql") {
            migrations.append(try Migration(file: file, in: directory))
        }
        return migrations
    }

    private init(file: String, in directory: URL) throws(MigrationError) {
        let stem = file.dropLast(".sql".count)
        let digits = stem.prefix { $0.isASCII && $0.isNumber }
        let rest = stem.dropFirst(digits.count)
        guard digits.count >= 3, let version = Int32(digits), version > 0, rest.first == "_", rest.count > 1 else {
            throw .misnamed(file: file)
        }
        self.version = version
        self.name = String(rest.dropFirst())
        self.file = file
        do {
            sql = try LocalFile.text(directory.appending(path: file))
        } catch {
            throw .unreadable(file: file, reason: error.reason)
        }
    }
}
