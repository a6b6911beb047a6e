package io.clausestream.connector.history;

import org.eclipse.jgit.lib.ObjectId;

/** A captured file of a commit; url and contentType are shared strings. */
record GitCapture(
    DocumentName document, long fetchedAtMillis, String url, String contentType, ObjectId blob)
    implements CaptureEntry {}
