"""A handlers' desk: signs a command, sends it and prints what became of it.

    python3 desk.py KEY STAFF COMPLAINT COMMAND [FIELDS]
    python3 desk.py desk.pem 10086 C20260401000001 accept
    python3 desk.py desk.pem 10086 C20260401000001 answer '{"answer": "The second charge was taken back."}'

KEY is the private key that `redress keys make` wrote, STAFF the staff number that the key may speak for, COMMAND the last word but one of a type
such as redress.work-order.accept.v1, FIELDS its other fields in JSON.

Needs confluent-kafka and cryptography, and Ops/contracts/sign.py. KAFKA_BOOTSTRAP_SERVERS names the brokers.
Exit codes: 0 done, 1 refused, 75 no answer within a minute: send it again under the same id.
"""
import json
import os
import pathlib
import sys
import time
import uuid
from datetime import datetime, timezone

from confluent_kafka import Consumer, Producer
from cryptography.hazmat.primitives.serialization import load_pem_private_key

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "Ops/contracts"))
from sign import sign  # noqa: E402

BROKERS = {"bootstrap.servers": os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092")}


def send(key_file: str, staff: str, complaint: str, command: str, fields: dict[str, object]) -> str:
    """Publishes the signed command; returns its id once the brokers have it."""
    with open(key_file, "rb") as file:
        key = load_pem_private_key(file.read(), None)
    event = {
        "id": str(uuid.uuid4()), "source": "/desk/example", "specversion": "1.0", "type": f"redress.work-order.{command}.v1",
        "time": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "datacontenttype": "application/json",
    }
    # The signature is over the very bytes that are sent.
    data = json.dumps({"complaint": complaint, "by": staff, **fields}, ensure_ascii=False).encode()
    headers = {f"ce_{name}": value for name, value in event.items() if name != "datacontenttype"}
    headers |= {"content-type": event["datacontenttype"], "ce_dssematerial": sign(event, data, key)}
    producer = Producer({**BROKERS, "enable.idempotence": True})
    producer.produce("redress.work-order-commands", key=complaint, value=data, headers=headers)
    if producer.flush(30):
        raise SystemExit("not sent: no broker answered")
    return event["id"]


def outcome(identifier: str, seconds: float = 60) -> tuple[str, dict[str, object]] | None:
    """The type and the data of the first event on redress.work-orders that the command led to."""
    consumer = Consumer({
        **BROKERS, "group.id": "redress-handler-desk-example", "auto.offset.reset": "earliest",
        # Where a run was killed, the next one need not wait for the partitions any longer than this.
        "session.timeout.ms": 6000,
    })
    consumer.subscribe(["redress.work-orders"])
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            message = consumer.poll(1)
            if message is None or message.error() or message.value() is None:
                continue
            headers = dict(message.headers())
            if headers.get("ce_causationid") == identifier.encode():
                return headers["ce_type"].decode(), json.loads(message.value())
        return None
    finally:
        consumer.close()


def main(key_file: str, staff: str, complaint: str, command: str, fields: str = "{}") -> int:
    found = outcome(send(key_file, staff, complaint, command, json.loads(fields)))
    if found is None:
        print("no answer yet", file=sys.stderr)
        return 75
    kind, data = found
    if kind == "redress.work-order.command-rejected.v1":
        fault = data["fault"]
        print(f"refused {fault['field']}: {fault['problem']}; expected {fault['expected']}")
        return 1
    print(f"{kind} {data['complaint']}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (5, 6):
        raise SystemExit(__doc__)
    sys.exit(main(*sys.argv[1:]))
