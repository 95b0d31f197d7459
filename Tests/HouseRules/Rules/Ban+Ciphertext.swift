/// Sealed text is no text: it prints as `(sealed)`, and what lies behind that is asked for by few.
extension Ban {
    /// A sealed text stands in an interpolation as it is, and says no more than that it is sealed.
    static let printedCiphertext = Ban(
        name: "the ciphertext of a sealed text among words",
        // In the code's view the words of a string are spaces, and so are the parentheses that end its interpolations.
        pattern: #""\s*(?:\([^()"]*(?:\([^()"]*\)[^()"]*)*)*\([^()"]*\bciphertext\b"#,
        folders: ["Shared", "Services"],
        instead: "interpolate the sealed text itself: it prints as (sealed)")

    static let ciphertext = Ban(
        name: "the ciphertext of a sealed text",
        pattern: #"\.ciphertext\b"#,
        folders: ["Shared", "Services"],
        instead: "carry the SealedText on; only what stores, sends or opens it, or has to know by which key it is sealed, asks for that",
        exemptions: [
            Ban.Exemption(path: "Shared/Domain/Common/SealedText.swift", reason: "writes it to documents, part after part"),
            Ban.Exemption(path: "Shared/Domain/Notification/NoticeCause.swift", reason: "tells answers apart by a digest"),
            Ban.Exemption(
                path: "Shared/Runtime/Ports/MessageSealer.swift", reason: "opens what the keyring, or the key beside it, has sealed"),
            Ban.Exemption(path: "Shared/Runtime/Service/DocumentSeal.swift", reason: "unwraps the key of a document"),
            Ban.Exemption(path: "Shared/Runtime/Store/SavePlan.swift", reason: "stores dead letters"),
            Ban.Exemption(path: "Shared/Runtime/Worker/Round.swift", reason: "keeps a message that is forwarded, as bytes"),
            Ban.Exemption(path: "Services/Dispatch/MergerProof.swift", reason: "binds an answer into a proof"),
            Ban.Exemption(path: "Services/Notification/GatewayTexts.swift", reason: "asks which customer's key sealed a text"),
            Ban.Exemption(path: "Services/Operator/Show/Revealing.swift", reason: "opens what people may read"),
            Ban.Exemption(path: "Services/Operator/Database/ComplaintRecords.swift", reason: "asks which customer's key a wrapped one is"),
            Ban.Exemption(path: "Services/Operator/Database/SealedStore.swift", reason: "sends a key that was wrapped again"),
            Ban.Exemption(path: "Services/Operator/DeadLetters/DeadLetterStore.swift", reason: "stores a dead letter that was mended"),
        ])
}
