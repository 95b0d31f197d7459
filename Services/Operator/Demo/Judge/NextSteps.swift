/// What each of the people of a complaint does next, in the demo that was left running: their numbers, their keys and their commands.
///
/// Whose key may give which command is `DemoSenders`'s; who may decide a claim is the compensation policy's.
enum NextSteps {
    /// A heading and command lines for each.
    static let parts = [handler, reviewer, telling, approver, billing, supervisor, gateway]

    private static let handler = [
        "# The handler 10086: takes it on, finds whose fault it was, answers (signed with $DESK_KEY, as all is that names no other key)",
        #"redress command accept "$NUMBER" --by 10086 --wait 10s"#,
        #"redress command find-liability "$NUMBER" --by 10086 --liability operator-at-fault --ground wrong-charge --amount 60.00 --wait 10s"#,
        #"redress command answer "$NUMBER" --by 10086 --answer '已退费' --reasons '重复计费' --measures '已修复' --wait 10s"#,
    ]

    private static let reviewer = [
        "# The reviewer reviewer-1: approves the answer, which is never who gave it",
        #"redress command approve-answer "$NUMBER" --by reviewer-1 --sign-with "$REVIEW_KEY" --wait 10s"#,
    ]

    private static let telling = [
        "# The handler again: tells the customer; the complaint is archived once the claim is settled",
        #"redress command tell-customer "$NUMBER" --by 10086 --satisfied yes --wait 10s"#,
        #"redress command archive "$NUMBER" --by 10086"#,
    ]

    private static let approver = [
        "# The approver supervisor-1: decides the claim; the policy itself decides up to 50.00, managers (manager-1) above 500.00",
        #"redress command approve "$NUMBER" --by supervisor-1 --sign-with "$APPROVERS_KEY" --wait 10s"#,
    ]

    private static let billing = [
        "# Billing: pays, under the key that redress show and redress watch --topic compensations name",
        "PAYMENT=…",
        #"redress command confirm-settlement "$NUMBER" --by billing --payment-key "$PAYMENT" --sign-with "$BILLING_KEY" --wait 10s"#,
    ]

    private static let supervisor = [
        "# The supervisor supervisor-1: steps in while it is open",
        #"redress command supervise "$NUMBER" --by supervisor-1 --unit provincial-customer-service --reason 'it waits long' "# + "\\",
        #"    --sign-with "$REVIEW_KEY" --wait 10s"#,
    ]

    private static let gateway = [
        "# The gateway: sees what is to be sent, and says that it arrived",
        "redress watch --topic notifications",
        #"kcat -P -b "$KAFKA_BOOTSTRAP_SERVERS" -t redress.notification-receipts -k "$NUMBER" <<EVENT"#,
        #"{"specversion":"1.0","id":"receipt-1","source":"/gateway/sms","type":"redress.notification.receipt.v1","data":{"complaint":"$NUMBER","notification":"$NUMBER-N1","outcome":"delivered","at":"$(date -u +%FT%TZ)"}}"#,
        "EVENT",
    ]
}
