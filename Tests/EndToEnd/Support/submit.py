"""Publishes complaints as any Python gateway would: with confluent-kafka, its own partitioner and the cloudevents package.

Reads one JSON object a line from standard input; every other one goes out in structured mode, the rest in binary mode.
"""

import json
import sys

from cloudevents.core.bindings.kafka import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from confluent_kafka import Producer

producer = Producer({"bootstrap.servers": sys.argv[1]})
for number, line in enumerate(sys.stdin):
    data = json.loads(line)
    attributes = {
        "id": f"python-{number}",
        "source": "/python",
        "type": "redress.intake.submitted.v1",
        "specversion": "1.0",
        "datacontenttype": "application/json",
    }
    write = to_structured_event if number % 2 else to_binary_event
    message = write(CloudEvent(attributes, data))
    producer.produce("redress.intake", key=data["line"], value=message.value, headers=list(message.headers.items()))
sys.exit(producer.flush(30))
