"""Prints each alert once, as JSON: consume.py BROKER FILE_OF_HANDLED_IDS [COUNT]."""
import io
import json
import sqlite3
import sys
from pathlib import Path

import avro.schema
from avro.io import BinaryDecoder, DatumReader
from confluent_kafka import Consumer

SCHEMAS = Path(__file__).resolve().parents[3] / "avro-schemas/src/main/resources/avro/published"
LINES = (SCHEMAS / "index.txt").read_text().splitlines()
FILES = dict(line.split() for line in LINES if not line.startswith("#"))
ALERT = avro.schema.parse((SCHEMAS / "Alert.avsc").read_text())


def decode(value):
    """Bytes 1 and 2 are a marker, 3 to 10 say which schema wrote the rest."""
    file = FILES.get(value[2:10].hex()) if value[:2] == b"\xc3\x01" else None
    if file is None:
        raise ValueError("written with an unknown schema: fetch the published schemas anew")
    writer = avro.schema.parse((SCHEMAS / file).read_text())
    return DatumReader(writer, ALERT).read(BinaryDecoder(io.BytesIO(value[10:])))


broker, ids, *count = sys.argv[1:]
handled = sqlite3.connect(ids)
handled.execute("create table if not exists handled (id text primary key)")
consumer = Consumer({"bootstrap.servers": broker, "group.id": "alerts-in-python",
                     "isolation.level": "read_committed", "auto.offset.reset": "earliest",
                     "enable.auto.commit": False})
consumer.subscribe(["alerts"])
left = int(count[0]) if count else sys.maxsize
while left > 0:
    message = consumer.poll(1.0)
    if message is None:
        continue
    if message.error():
        sys.exit(f"the broker says: {message.error()}")
    alert = decode(message.value())
    with handled:  # commits the id when the work in it is done
        if handled.execute("insert or ignore into handled values (?)", [alert["alertId"]]).rowcount:
            print(json.dumps(alert, default=lambda t: t.isoformat(), ensure_ascii=False), flush=True)
            left -= 1
    # After the work: what was not finished comes again, and its id tells.
    consumer.commit(message, asynchronous=False)
consumer.close()
