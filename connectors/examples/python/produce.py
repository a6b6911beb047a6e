"""Sends one fetched page: produce.py BROKER FILE URL PLATFORM TYPE."""
import hashlib
import io
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import avro.schema
from avro.io import BinaryEncoder, DatumWriter
from confluent_kafka import Producer

SCHEMAS = Path(__file__).resolve().parents[3] / "avro-schemas/src/main/resources/avro/published"

broker, file, url, platform, document_type = sys.argv[1:]
body = Path(file).read_bytes()
fetched_at = datetime.now(timezone.utc)
fetched_at -= timedelta(microseconds=fetched_at.microsecond % 1000)
millis = (fetched_at - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)
body_hash = hashlib.sha256(body).hexdigest()
document_id = f"{platform}/{document_type}"
fetch_id = hashlib.sha256(f"fetch\n{document_id}\n{millis}\n{body_hash}".encode()).hexdigest()[:32]
page = {
    "fetchId": fetch_id, "documentId": document_id, "platform": platform,
    "documentType": document_type, "url": url, "finalUrl": None,
    "fetchedAt": fetched_at,
    "outcome": "OK", "httpStatus": 200, "headers": {},
    "contentType": "text/html; charset=utf-8", "body": body, "bodyEncoding": "IDENTITY",
    "bodyLocation": None, "bodySha256": body_hash, "variant": None, "declaration": None,
    "origin": "LIVE",
}
schema = avro.schema.parse((SCHEMAS / "FetchedPage.avsc").read_text())
index = (line.split() for line in (SCHEMAS / "index.txt").read_text().splitlines())
fingerprint = next(words[0] for words in index if words[-1] == "FetchedPage.avsc")
value = io.BytesIO(b"\xc3\x01" + bytes.fromhex(fingerprint))
value.seek(0, io.SEEK_END)
DatumWriter(schema).write(page, BinaryEncoder(value))


def answered(error, _):
    sys.exit(f"the broker refused the page: {error}") if error else print("Sent fetch", fetch_id)


# The partitioner of Java's clients: a platform has one partition, whoever writes.
producer = Producer({"bootstrap.servers": broker, "partitioner": "murmur2_random",
                     "enable.idempotence": True, "compression.type": "zstd",
                     "message.max.bytes": 32 << 20})
producer.produce("page-fetches", value.getvalue(), platform, on_delivery=answered)
producer.flush()
