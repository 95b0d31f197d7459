"""Signs a command as the services check it: CloudEvents' "Verifiable CloudEvents with DSSE" v0.1, with Ed25519.

Needs the package cryptography. `key` is what cryptography's load_pem_private_key makes of a file of `redress keys make`.
"""
import base64
import hashlib
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

TYPE = "https://cloudevents.io/verifiability/dsse/v0.1"
CORE = ["id", "source", "specversion", "type", "datacontenttype", "dataschema", "subject", "time"]


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def sign(event: dict[str, str], data: bytes, key: Ed25519PrivateKey) -> str:
    """The value of the attribute `dssematerial`, in Kafka the header `ce_dssematerial`.

    `event` has the core attributes as text, `time` in UTC to the second (2026-03-02T01:00:00Z) and `datacontenttype` set; `data` is the
    very bytes that are sent.
    """
    core = digest(b"".join(digest(event.get(name, "").encode()) for name in CORE) + digest(data))
    payload = json.dumps({"core": base64_of(core)}).encode()
    signature = key.sign(b"DSSEv1 %d %s %d %s" % (len(TYPE), TYPE.encode(), len(payload), payload))
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    envelope = {
        "payloadType": TYPE,
        "payload": base64_of(payload),
        "signatures": [{"keyid": digest(public).hex()[:16], "sig": base64_of(signature)}],
    }
    return base64_of(json.dumps(envelope).encode())


if __name__ == "__main__":
    example = {
        "id": "42", "source": "/desk/nanjing", "specversion": "1.0", "type": "redress.work-order.accept.v1",
        "datacontenttype": "application/json", "subject": "C20260302000007", "time": "2026-03-02T01:00:00Z",
    }
    print(sign(example, b'{"complaint":"C20260302000007","by":"10086"}', Ed25519PrivateKey.from_private_bytes(bytes([3] * 32))))
