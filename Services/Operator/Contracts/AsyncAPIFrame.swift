/// The parts of the AsyncAPI document that speak of no single topic or message.
enum AsyncAPIFrame {
    static let head = #"""
        # The contract of every message: who writes what, who reads it, and what it looks like. Written by `redress contracts write`.
        # The payloads are in schemas/, one JSON Schema a type.
        asyncapi: 3.0.0
        info:
          title: Redress
          version: 1.0.0
          description: |
            The events of complaint handling for telecom operators: five services over Kafka topics.
            Every message is a CloudEvent 1.0. The services write binary mode: `ce_` headers, the data in JSON as payload. They read binary and structured mode; in structured mode the payload is one JSON object with the attributes and `data`, and the header `content-type` is `application/cloudevents+json`.
            `specversion`, `id`, `source` and `type` are required, and stand once; `source` is a URI reference (RFC 3986). All other attributes are optional and cost no event: one that is not valid is passed over, of several the first valid one counts, and extensions not named here are ignored, whatever they hold. A signature that cannot be read counts as a wrong one.
            Data is one JSON object (RFC 8259) in UTF-8. Fields not named in its schema are ignored, numbers of any size among them. A whole number is one however it is written (5000, 5000.0, 5e3; beyond 2^53 as digits alone). A name that stands twice in one object with two values, at any depth, is refused, since of two readers one would take the first and one the last.
            Times are RFC 3339 with an offset, their year in UTC 0001 to 9999. Dates, times, durations and amounts have ASCII digits and no signs but an offset's.
            Commands of desks, approvers and billing are signed by the CloudEvents extension "Verifiable CloudEvents with DSSE", and checked by a register of senders where the services are given one.
            Every event whose source and id can be read is answered: by what became of it, or by a `rejected` event that names the field, what is wrong and what was expected; nothing of a rejected event was taken, and nothing waits behind it. What its sender looks for is `eventSource` and `eventID` in the data (`commandSource` and `commandID` where a command is refused), and in the attributes `causationid`, the id of the event that directly led to this one, and `correlationid`, the flow (CloudEvents extension "Correlation"): all that becomes of a complaint carries the id of the event that it was made from, or what that event itself gave as its `correlationid`. `traceparent` comes back as it was sent.
            An event is known again by its source, its id and its key, the line or the complaint. The same event again is dropped, whatever its mode, its `time`, its tracing, its white space or the order of its members. Another content under the same source, id and key is rejected with the field `id`; under another key it is another event.
            On the topics that outsiders write, a message may lie in any partition: the reader judges by murmur2 of the true key and forwards what lies wrong.
          license:
            name: Apache 2.0
            url: https://www.apache.org/licenses/LICENSE-2.0
        defaultContentType: application/json
        servers:
          kafka:
            host: '{bootstrap}'
            protocol: kafka
            description: The brokers in KAFKA_BOOTSTRAP_SERVERS.
            variables:
              bootstrap:
                default: localhost:9092
                description: Host and port of a broker.

        """#

    static let headers = #"""
          schemas:
            CloudEventHeaders:
              type: object
              description: CloudEvents 1.0 in binary mode, Kafka protocol binding.
              required:
                - ce_specversion
                - ce_id
                - ce_source
                - ce_type
                - content-type
              properties:
                ce_specversion:
                  type: string
                  const: '1.0'
                ce_id:
                  type: string
                  description: Unique within the source; the same pair again is a repetition.
                  examples:
                    - C20260302003000127/3
                  maxLength: 256
                  minLength: 1
                ce_source:
                  type: string
                  description: Who wrote it.
                  examples:
                    - /redress/intake
                  maxLength: 256
                  minLength: 1
                ce_type:
                  type: string
                  description: What it is.
                  examples:
                    - redress.complaint.registered.v1
                  maxLength: 256
                  minLength: 1
                ce_time:
                  type: string
                  description: When it was written, RFC 3339.
                  examples:
                    - '2026-03-02T01:16:00Z'
                  format: date-time
                ce_subject:
                  type: string
                  description: The complaint; never personal data.
                  examples:
                    - C20260302003000127
                  maxLength: 256
                ce_partitionkey:
                  type: string
                  description: The Kafka key again, where it is not personal.
                  examples:
                    - C20260302003000127
                  maxLength: 256
                ce_sequence:
                  type: string
                  description: Per complaint and writer, from 1, rising by 1.
                  examples:
                    - '3'
                  pattern: ^[0-9]+$
                ce_traceparent:
                  type: string
                  description: W3C trace context. The services write the one of the event that led to theirs, as it came.
                  examples:
                    - 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                  maxLength: 128
                ce_correlationid:
                  type: string
                  description: |
                    What groups the events of one flow (CloudEvents extension "Correlation"): what the sender of its first event named, or else that event's id. All that becomes of a complaint carries that of the event that it was made from, unless a later sender names a flow of its own.
                  examples:
                    - 8a1f
                  maxLength: 256
                  minLength: 1
                ce_causationid:
                  type: string
                  description: |
                    The id of the event that directly caused this one, so that its sender can find the answer; none where time did.
                  examples:
                    - 8a1f
                  maxLength: 256
                  minLength: 1
                ce_dssematerial:
                  type: string
                  description: |
                    On the topics of commands: who signed the event, by the CloudEvents extension "Verifiable CloudEvents with DSSE" (v0.1). A DSSE 1.0.2 envelope in base64, signed with Ed25519 over the digests of the core attributes and of the very bytes of the data; `keyid` is the first 16 hexadecimal digits of the SHA-256 of the public key. In structured mode it is the attribute `dssematerial`. Where the services are given a register of senders, a command without one, with a wrong one, or beyond what its sender may is refused and answered with a command-rejected event.
                  examples:
                    - eyJwYXlsb2FkVHlwZSI6Imh0dHBzOi8vY2xvdWRldmVudHMuaW8vdmVyaWZpYWJpbGl0eS9kc3NlL3YwLjEi4oCm
                  maxLength: 4096
                content-type:
                  type: string
                  const: application/json

        """#
}
