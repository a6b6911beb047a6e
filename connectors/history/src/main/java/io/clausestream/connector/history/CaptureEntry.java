package io.clausestream.connector.history;

import java.util.Comparator;

/** A listed capture: all but its body. */
interface CaptureEntry {

  /** By fetchedAt, then documentId; ties are broken by fetchId, which needs the body. */
  Comparator<CaptureEntry> ORDER =
      Comparator.comparingLong(CaptureEntry::fetchedAtMillis)
          .thenComparing(entry -> entry.document().documentId());

  DocumentName document();

  /** UTC milliseconds since 1970. */
  long fetchedAtMillis();
}
