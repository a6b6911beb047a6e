package io.clausestream.pipeline.cache;

import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.wire.CanonicalContent;

/** What became of the content of a page: canonical text, or a rejection. */
public sealed interface Canonical {

  /** About how many bytes it takes in memory. */
  int size();

  /**
   * The content.
   *
   * @throws RejectedPageException if the page was rejected
   */
  CanonicalContent content() throws RejectedPageException;

  /** Canonical text. */
  record Made(CanonicalContent content) implements Canonical {
    @Override
    public int size() {
      return content.size();
    }
  }

  /** A rejection that equal bytes meet each time. */
  record Rejected(RejectionReason reason, String detail) implements Canonical {

    private static final int OBJECTS = 256;

    @Override
    public int size() {
      return OBJECTS + detail.length();
    }

    @Override
    public CanonicalContent content() throws RejectedPageException {
      throw new RejectedPageException(reason, detail);
    }
  }
}
