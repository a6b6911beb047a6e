package io.clausestream.core.noise;

/**
 * A piece of a document's text.
 *
 * @param kind what it is
 * @param html its content, inline markup only unless it is RAW
 */
record Part(Kind kind, String html) {

  /** What a part is. */
  enum Kind {
    HEADING,
    SUBHEADING,
    PARAGRAPH,
    ITEM,
    /** A table row, cells parted by a bar. */
    ROW,
    DATE,
    /** Markup that stands as it is; no text of the document. */
    RAW
  }

  static Part raw(String html) {
    return new Part(Kind.RAW, html);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Part as(Kind other) {
    return new Part(other, html);
  }

  Part with(String other) {
    return new Part(kind, other);
  }
}
