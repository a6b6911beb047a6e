package io.clausestream.core.change;

/** What a difference between two captures is. */
public enum ChangeKind {
  /**
   * Equal after normalisation: white space, typography, markup, order of furniture, link targets.
   */
  COSMETIC,
  /** Words differ, meaning does not. */
  EDITORIAL,
  /** The meaning changed. */
  SUBSTANTIVE,
  /** Our rules, the declaration or the URL changed, not the document. */
  TECHNICAL,
  /** The document could not be seen. */
  AVAILABILITY
}
