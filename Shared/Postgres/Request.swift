/// The statements of one round trip, encoded and ready to be handed to libpq.
///
/// Everything is encoded before anything is sent, so that a value that cannot be sent leaves the connection as it was.
@safe
final class Request {
    /// What libpq accepts (`PQ_QUERY_PARAM_MAX_LIMIT`).
    private static let parameterLimit = 65_535

    private var arena = ParameterArena()
    /// Where each statement's parameters begin in the arrays below; one more than there are statements.
    private(set) var starts: [Int] = []
    private(set) var types: [UInt32] = []
    private(set) var lengths: [Int32] = []
    /// One for each parameter: all are binary.
    private(set) var formats: [Int32] = []
    private var offsets: [Int] = []
    private(set) var unsafePointers: [UnsafePointer<CChar>?] = unsafe []

    /// Encodes the statements, forgetting the ones before.
    ///
    /// Throws ``PostgresError/Kind/usage`` naming the statement and the parameter that cannot be sent.
    func encode(_ statements: [Statement]) throws(PostgresError) {
        rewind()
        for (index, statement) in statements.enumerated() {
            guard statement.parameters.count <= Self.parameterLimit else {
                throw PostgresError(.usage, "more than \(Self.parameterLimit) parameters", statementIndex: index)
            }
            starts.append(types.count)
            for parameter in statement.parameters {
                try encode(parameter, statement: index)
            }
        }
        starts.append(types.count)
        locate()
    }

    /// The types of one statement's parameters.
    func types(of statement: Int) -> ArraySlice<UInt32> {
        types[starts[statement]..<starts[statement + 1]]
    }

    private func encode(_ parameter: Value, statement index: Int) throws(PostgresError) {
        let start = arena.count
        do throws(EncodingFault) {
            try arena.append(parameter)
        } catch {
            let number = types.count - starts[index] + 1
            throw PostgresError(.usage, "parameter $\(number) \(error.explanation)", statementIndex: index)
        }
        types.append(parameter.type.oid)
        formats.append(1)
        lengths.append(Int32(arena.count - start))
        if case .null = parameter { offsets.append(-1) } else { offsets.append(start) }
    }

    /// Turns offsets into pointers, once the arena moves no more. A NULL has none.
    private func locate() {
        let start = unsafe arena.unsafeStart
        for offset in offsets {
            unsafe unsafePointers.append(offset < 0 ? nil : (start + offset).assumingMemoryBound(to: CChar.self))
        }
    }

    private func rewind() {
        arena.rewind()
        starts.removeAll(keepingCapacity: true)
        types.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        unsafe unsafePointers.removeAll(keepingCapacity: true)
    }
}
