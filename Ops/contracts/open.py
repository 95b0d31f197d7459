"""Opens the texts of a message that are for one gateway: JSON Web Encryption, `ECDH-ES` on X25519 with `A256GCM`.

Needs the package cryptography; any library for JWE that knows X25519 (RFC 8037) will do as well. `key` is what cryptography's
load_pem_private_key makes of a file of `redress keys gateway`.

A request on redress.notifications names what belongs to it: for each sealed text in `recipient` (parts with a blank between them) and
`enclosure`, which all read `v2.<customer's key>.<…>`, the topic redress.gateway-texts has a message of the key
`<notification>/<medium>/<customer's key>`, which comes about when the request does, before it or after it. A message of that key without
payload says that the customer was erased: then nothing is sent, and the receipt says `failed`.

    python3 open.py sms-gateway.pem <data.json     prints the texts of one event redress.gateway-text.given.v1
"""
import base64
import json
import sys

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.serialization import load_pem_private_key


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def text_keys(request: dict[str, object]) -> list[str]:
    """The keys on redress.gateway-texts that belong to one event redress.notification.requested.v1."""
    sealed = f"{request.get('recipient', '')} {request.get('enclosure', '')}".split()
    customers = dict.fromkeys(text.split(".")[1] for text in sealed)
    return [f"{request['notification']}/{request['medium']}/{customer}" for customer in customers]


def open_text(sealed: str, key: X25519PrivateKey) -> dict[str, str]:
    """What `sealed` of redress.gateway-text.given.v1 holds: `notification` and, where they are there, `line`, `contact`, `customer`, `enclosure`."""
    header, _, nonce, text, tag = sealed.split(".")
    ephemeral = X25519PublicKey.from_public_bytes(bytes_of(json.loads(bytes_of(header))["epk"]["x"]))
    # RFC 7518, section 4.6.2: the algorithm's name, no party's name twice, and the key's length in bits.
    about = (7).to_bytes(4, "big") + b"A256GCM" + bytes(8) + (256).to_bytes(4, "big")
    secret = ConcatKDFHash(SHA256(), 32, otherinfo=about).derive(key.exchange(ephemeral))
    return json.loads(AESGCM(secret).decrypt(bytes_of(nonce), bytes_of(text) + bytes_of(tag), header.encode()))


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        private = load_pem_private_key(file.read(), None)
    print(json.dumps(open_text(json.load(sys.stdin)["sealed"], private), ensure_ascii=False))
