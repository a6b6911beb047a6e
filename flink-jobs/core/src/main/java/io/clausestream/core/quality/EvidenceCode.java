package io.clausestream.core.quality;

/** What a capture can show that speaks against it. Codes are told and stored by name. */
public enum EvidenceCode {
  /** The fetch itself failed. */
  FETCH_FAILED,
  /** The server answered with an error status. */
  HTTP_STATUS,
  /** The body is in a format that has no canonical text. */
  UNSUPPORTED_TYPE,
  /** The body cannot be decoded (charset, binary content), or shows its own markup as text. */
  UNREADABLE,
  /** The page has next to no text: an empty shell, or one that scripts fill later. */
  NO_TEXT,
  /** A short page that speaks of an error. */
  ERROR_PAGE,
  /** A short page that asks for a proof of being human. */
  CAPTCHA,
  /** A short page that says it is loading, or wants scripts. */
  LOADING,
  /** A short page that asks for a log-in. */
  LOGIN,
  /** A short page that asks for consent. */
  CONSENT_WALL,
  /** Next to nothing of the document is left, and another text stands there. */
  ANOTHER_PAGE,
  /** Most of the document is gone, and nothing new stands there. */
  LOSS_OF_TEXT,
  /** The server says that nothing was modified since a body that did not show the document. */
  SAME_BAD_BODY;

  /** Whether the answer itself was an error, so that its body is none that a server vouches for. */
  public boolean isOfAnswer() {
    return this == FETCH_FAILED || this == HTTP_STATUS;
  }
}
