/// One way a message goes out, and what follows when it does not arrive.
public struct MediumRule: Decodable, Hashable, Sendable {
    /// `sms`, `app`, `email`, `wechat`, `letter`, `staff-desk`.
    public let code: String
    /// Whether it rings or buzzes, so that quiet hours apply.
    public let disturbs: Sourced<Bool>
    /// How long a gateway may take to say what became of a message.
    public let receiptTimeout: Sourced<PolicyDuration>
    /// What is tried after it, in order, once its attempts have failed.
    public let fallback: Sourced<[String]>
    /// Whether what goes out on it counts as told in writing (S108); no where not given.
    public let isWriting: Sourced<Bool>?

    public init(
        code: String, disturbs: Sourced<Bool>, receiptTimeout: Sourced<PolicyDuration>, fallback: Sourced<[String]>,
        isWriting: Sourced<Bool>? = nil
    ) {
        self.code = code
        self.disturbs = disturbs
        self.receiptTimeout = receiptTimeout
        self.fallback = fallback
        self.isWriting = isWriting
    }
}
