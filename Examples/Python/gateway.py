"""A channel gateway: sends one complaint and prints what becomes of it.

    python3 gateway.py ID LINE TEXT [RECEIVED]
    python3 gateway.py web-0417 13800138000 "Charged twice for March."

ID is the gateway's own number of the complaint: sent again under the same ID, it counts once. LINE is the service number. RECEIVED is when the
customer spoke, if not just now: 2026-04-01T09:00:00+08:00.

Needs confluent-kafka and cloudevents. KAFKA_BOOTSTRAP_SERVERS names the brokers; a broker that asks who comes needs the settings of the README in
`BROKERS` as well. Exit codes: 0 registered, 1 rejected or incomplete, 75 no answer within a minute.
"""
import os
import sys
import time
from datetime import datetime, timezone

from cloudevents.core.bindings.kafka import KafkaMessage, from_binary_event, to_binary_event
from cloudevents.core.v1.event import CloudEvent
from confluent_kafka import Consumer, Producer

BROKERS = {"bootstrap.servers": os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092")}
SOURCE = "/gateway/example"


def send(identifier: str, line: str, text: str, received: str) -> None:
    """Publishes the complaint; returns once the brokers have it, and raises where they do not take it."""
    attributes = {
        "id": identifier, "source": SOURCE, "type": "redress.intake.submitted.v1", "specversion": "1.0",
        "datacontenttype": "application/json",
    }
    data = {
        "line": line, "channel": "mobile-hall", "province": "CN-SC", "category": "billing", "customer": "Han Meimei", "contact": line,
        "description": text, "receivedAt": received,
    }
    message = to_binary_event(CloudEvent(attributes, data))
    failures = []
    producer = Producer({**BROKERS, "enable.idempotence": True})
    producer.produce(
        "redress.intake", key=line, value=message.value, headers=message.headers,
        on_delivery=lambda error, _: failures.append(error) if error else None)
    if producer.flush(30) or failures:
        raise SystemExit(f"not sent: {failures or 'no broker answered'}; send it again under the same id")


def answer(identifier: str, seconds: float = 60) -> CloudEvent | None:
    """The first event on redress.complaints that our event led to: its `causationid` is our id.

    A gateway keeps one consumer open for all its answers. The group remembers how far they were read.
    """
    consumer = Consumer({
        **BROKERS, "group.id": "redress-channel-gateway-example", "auto.offset.reset": "earliest",
        # Where a run was killed, the next one need not wait for the partitions any longer than this.
        "session.timeout.ms": 6000,
    })
    consumer.subscribe(["redress.complaints"])
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            message = consumer.poll(1)
            if message is None or message.error() or message.value() is None:
                continue
            event = from_binary_event(KafkaMessage(dict(message.headers()), message.key(), message.value()))
            data = event.get_data()
            # Another gateway may use the same id, so what is ours is told by the source as well.
            if event.get_extension("causationid") == identifier and data.get("eventSource") == SOURCE:
                return event
        return None
    finally:
        consumer.close()


def main(identifier: str, line: str, text: str, received: str | None = None) -> int:
    send(identifier, line, text, received or datetime.now(timezone.utc).isoformat(timespec="seconds"))
    event = answer(identifier)
    if event is None:
        print("no answer yet", file=sys.stderr)
        return 75
    data = event.get_data()
    match event.get_type():
        case "redress.complaint.registered.v1":
            print(f"registered {data['complaint']}")
            return 0
        case "redress.complaint.information-required.v1":
            print(f"incomplete {data['complaint']}: {', '.join(data['missing'])}")
        case "redress.complaint.rejected.v1":
            fault = data["fault"]
            print(f"rejected {fault['field']}: {fault['problem']}; expected {fault['expected']}")
        case other:
            print(other)
    return 1


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
