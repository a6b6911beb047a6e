package io.clausestream.connector.delivery;

import io.clausestream.schema.PageChange;

/** How a change is cited: the same words for ever. */
public final class Citation {

  private Citation() {}

  /** Platform, document, id, time of the capture, its SHA-256 and its URL, in one line. */
  public static String of(PageChange change) {
    return "%s, %s. Change %s, captured %s, SHA-256 %s. %s"
        .formatted(
            change.getPlatform(),
            change.getDocumentType(),
            change.getChangeId(),
            change.getCurrent().getFetchedAt(),
            change.getCurrent().getBodySha256(),
            change.getUrl());
  }
}
