package io.clausestream.core.change;

/** Why a fetch that differed, or could not be used, does not alert. Told and stored by name. */
public enum SuppressionReason {
  /** Only link targets differ. */
  LINK_TARGETS(ChangeKind.COSMETIC),
  /** Blocks only changed places. */
  MOVED_BLOCKS(ChangeKind.COSMETIC),
  /** The same words in the same order stand in other blocks. */
  RESEGMENTED(ChangeKind.COSMETIC),
  /** Only case, punctuation or spaces differ. */
  PUNCTUATION(ChangeKind.EDITORIAL),
  /** The page showed this text before, within days. */
  KNOWN_VARIANT(ChangeKind.COSMETIC),
  /** Only blocks differ that change again and again on this page. */
  VOLATILE_BLOCKS(ChangeKind.COSMETIC),
  /** Our rules or the declaration changed, so the texts cannot be compared. */
  RULES_CHANGED(ChangeKind.TECHNICAL),
  /** Most of the text is gone and next to none is new. */
  LOSS_OF_TEXT(ChangeKind.AVAILABILITY),
  /** A suspicious change was gone with the next fetch. */
  WITHDRAWN(ChangeKind.AVAILABILITY),
  /** A suspicious change gave way to another one before it was confirmed. */
  SUPERSEDED(ChangeKind.AVAILABILITY),
  /** A suspicious change was followed by nothing but bad captures until its deadline. */
  UNCONFIRMED(ChangeKind.AVAILABILITY);

  private final ChangeKind kind;

  SuppressionReason(ChangeKind kind) {
    this.kind = kind;
  }

  /** What the difference is when this is its reason. */
  public ChangeKind kind() {
    return kind;
  }
}
