"""A consumer of alerts: prints one line for each deadline that is near or past, each risk, and each alert that is over.

    python3 consumer.py [COUNT]

Ends after COUNT alerts; without one it goes on until it is interrupted. Needs confluent-kafka and cloudevents. KAFKA_BOOTSTRAP_SERVERS names the
brokers.
"""
import os
import sys

from cloudevents.core.bindings.kafka import KafkaMessage, from_binary_event
from cloudevents.core.v1.event import CloudEvent
from confluent_kafka import Consumer


def line(event: CloudEvent) -> str | None:
    """What a person wants to know of an alert; None for the monitor's heartbeat."""
    data = event.get_data()
    match event.get_type():
        case "redress.alert.heartbeat.v1":
            return None
        case "redress.alert.warned.v1" | "redress.alert.breached.v1":
            return f"{data['complaint']} {data['clock']} at {data['threshold']} %, due {data['dueAt']}"
        case "redress.alert.cleared.v1" | "redress.alert.risk-cleared.v1":
            return f"over: {', '.join(data['alerts'])}"
        case kind:
            return f"{kind.split('.')[2]} {data.get('complaint') or data['alert']}"


def main(count: int | None = None) -> None:
    consumer = Consumer({
        "bootstrap.servers": os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092"),
        "group.id": "redress-monitoring-consumer-example", "auto.offset.reset": "earliest",
        # Where a run was killed, the next one need not wait for the partitions any longer than this.
        "session.timeout.ms": 6000,
        # What was not printed is read again: we say ourselves how far we are.
        "enable.auto.commit": False,
    })
    consumer.subscribe(["redress.alerts"])
    # An alert may come twice, under one id. A real consumer keeps the ids where it keeps its work.
    seen: set[str] = set()
    try:
        while count is None or len(seen) < count:
            message = consumer.poll(1)
            if message is None or message.error() or message.value() is None:
                continue
            event = from_binary_event(KafkaMessage(dict(message.headers()), message.key(), message.value()))
            text = line(event)
            if text and event.get_id() not in seen:
                seen.add(event.get_id())
                print(text, flush=True)
            consumer.commit(message)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
