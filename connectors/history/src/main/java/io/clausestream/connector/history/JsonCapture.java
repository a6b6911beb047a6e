package io.clausestream.connector.history;

/** Where a capture stands in a JSON Lines file: bytes from offset, length without the line end. */
record JsonCapture(
    DocumentName document, long fetchedAtMillis, long lineNumber, long offset, int length)
    implements CaptureEntry {}
