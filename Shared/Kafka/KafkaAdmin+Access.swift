internal import CRDKafka

extension KafkaAdmin {
    /// Gives rights, from any host; one that is there already stays as it is. Takes none away.
    ///
    /// - Throws: the first right that is refused, or that the brokers keep no rights: `SECURITY_DISABLED`.
    public func grant(_ rights: [KafkaAccess], timeoutMilliseconds: Int = 30_000) throws(KafkaError) {
        guard !rights.isEmpty else { return }
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        let failures = unsafe try request(
            RD_KAFKA_ADMIN_OP_CREATEACLS, "give rights", deadline,
            { handle, options, queue in unsafe Self.create(rights, handle, options, queue) },
            failures: { event in event.refusedRights() })
        guard let (number, error) = failures.first else { return }
        let right = rights[Int(number) ?? 0]
        throw KafkaError(
            code: error.code, message: error.message,
            context: "let \(right.principal) \(right.operation.rawValue) the \(right.resource.rawValue) \(right.name)")
    }

    private static func create(
        _ rights: [KafkaAccess], _ handle: OpaquePointer, _ options: OpaquePointer?, _ queue: OpaquePointer?
    ) -> KafkaError? {
        var wanted: [OpaquePointer?] = unsafe []
        defer { unsafe rd_kafka_AclBinding_destroy_array(&wanted, wanted.count) }
        for right in rights {
            var reason = [CChar](repeating: 0, count: 256)
            let binding = unsafe rd_kafka_AclBinding_new(
                right.resource == .topic ? RD_KAFKA_RESOURCE_TOPIC : RD_KAFKA_RESOURCE_GROUP, right.name,
                right.isPrefix ? RD_KAFKA_RESOURCE_PATTERN_PREFIXED : RD_KAFKA_RESOURCE_PATTERN_LITERAL, right.principal, "*",
                right.operation == .read ? RD_KAFKA_ACL_OPERATION_READ : RD_KAFKA_ACL_OPERATION_WRITE,
                RD_KAFKA_ACL_PERMISSION_TYPE_ALLOW, &reason, reason.count)
            guard let binding = unsafe binding else {
                return KafkaError(
                    code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: "its principal or its name is not allowed",
                    context: "give \(right.principal) a right to \(right.name)")
            }
            unsafe wanted.append(binding)
        }
        unsafe rd_kafka_CreateAcls(handle, &wanted, wanted.count, options, queue)
        return nil
    }
}

extension Event {
    /// The rights that the answer says were refused, by their place in the request.
    fileprivate func refusedRights() -> [(String, KafkaError)] {
        unsafe withPointer { event in
            var count = 0
            guard let answer = unsafe rd_kafka_event_CreateAcls_result(event),
                let results = unsafe rd_kafka_CreateAcls_result_acls(answer, &count)
            else { return [] }
            return (0..<count).compactMap { index in
                guard let result = unsafe results[index], let error = unsafe rd_kafka_acl_result_error(result) else { return nil }
                return unsafe (
                    "\(index)",
                    KafkaError(
                        code: rd_kafka_error_code(error).rawValue, message: String(cString: rd_kafka_error_string(error)),
                        context: "give rights")
                )
            }
        }
    }
}
