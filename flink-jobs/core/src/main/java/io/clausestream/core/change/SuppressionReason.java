package io.clausestream.core.change;

/** Why a fetch that differed, or could not be used, does not alert. Told and stored by name. */
public enum SuppressionReason {
  /** Only link targets differ. */
  LINK_TARGETS(ChangeKind.COSMETIC, "only link targets differ"),
  /** Blocks only changed places. */
  MOVED_BLOCKS(ChangeKind.COSMETIC, "blocks only changed places"),
  /** The same words in the same order stand in other blocks. */
  RESEGMENTED(ChangeKind.COSMETIC, "the same words stand in other blocks"),
  /** Only case, punctuation or spaces differ. */
  PUNCTUATION(ChangeKind.EDITORIAL, "only case, punctuation or spaces differ"),
  /** Only the date of the revision differs. */
  REVISION_DATE(ChangeKind.EDITORIAL, "only the date of the revision differs"),
  /** Only spelling, order of words, numbers of clauses or addresses of links differ. */
  EDITORIAL(
      ChangeKind.EDITORIAL,
      "only spelling, order of words, numbers of clauses or addresses of links differ"),
  /** Only copies differ of what stands in both texts anyway, in these blocks or others. */
  REPEATED_BLOCKS(ChangeKind.COSMETIC, "only copies differ of blocks that stand there anyway"),
  /** Only labels above the first paragraph, or alone between paragraphs, differ. */
  LEADING_LABELS(ChangeKind.COSMETIC, "only labels above or between the paragraphs differ"),
  /** Only entries of a table of contents differ. */
  CONTENTS_LIST(ChangeKind.COSMETIC, "only entries of a table of contents differ"),
  /** The page showed this text before, within days. */
  KNOWN_VARIANT(ChangeKind.COSMETIC, "this text was in force before"),
  /** Several documents of the site went back to earlier texts in one round of fetches. */
  SITE_ROLLED_BACK(
      ChangeKind.COSMETIC, "several documents of the site went back to earlier texts at once"),
  /** Only blocks differ that change again and again on this page. */
  VOLATILE_BLOCKS(
      ChangeKind.COSMETIC, "only blocks differ that change again and again on this page"),
  /** Only blocks differ that stand around other documents of the site too. */
  SITE_FRAME(
      ChangeKind.COSMETIC, "only blocks differ that stand around other documents of the site too"),
  /** The page was split: what is gone stands on other documents of the platform. */
  PAGE_SPLIT(
      ChangeKind.TECHNICAL,
      "the page was split: what is gone stands on other documents of the platform"),
  /** Only lines differ that change by themselves: how long ago, the year of the copyright. */
  SELF_CHANGING(ChangeKind.COSMETIC, "only lines differ that change by themselves"),
  /** The same change of the same page was told for another document. */
  TOLD_ELSEWHERE(
      ChangeKind.COSMETIC, "the same change of the same page was told for another document"),
  /** The captures before did not show the document whole. */
  BASELINE_INCOMPLETE(
      ChangeKind.AVAILABILITY, "the captures before did not show the document whole"),
  /** Our rules or the declaration changed, so the texts cannot be compared. */
  RULES_CHANGED(
      ChangeKind.TECHNICAL,
      "the canonical text rules or the declaration changed; compared anew from here on"),
  /** Much of the text is gone and next to none is new. */
  LOSS_OF_TEXT(ChangeKind.AVAILABILITY, "much of the text is gone and next to none is new"),
  /** Little of the text is left, and another text stands there. */
  REPLACED_TEXT(ChangeKind.AVAILABILITY, "little of the text is left"),
  /** Only short notices at the edges of the page differ, which widgets leave there. */
  PASSING_NOTICE(ChangeKind.AVAILABILITY, "only short notices at the edges of the page differ"),
  /** A suspicious change was gone with the next fetch. */
  WITHDRAWN(ChangeKind.AVAILABILITY, "gone with the next fetch"),
  /** A suspicious change gave way to another one before it was confirmed. */
  SUPERSEDED(ChangeKind.AVAILABILITY, "gave way to another text before it was confirmed"),
  /** A suspicious change was followed by nothing but bad captures until its deadline. */
  UNCONFIRMED(ChangeKind.AVAILABILITY, "followed by nothing but bad captures");

  private final ChangeKind kind;
  private final String says;

  SuppressionReason(ChangeKind kind, String says) {
    this.kind = kind;
    this.says = says;
  }

  /** Whether all words stand as they stood when this is the reason. */
  boolean keepsWords() {
    return this == MOVED_BLOCKS || this == RESEGMENTED || this == PUNCTUATION;
  }

  /** The reason in one sentence, without a full stop. */
  public String says() {
    return says;
  }

  /** What the difference is when this is its reason. */
  public ChangeKind kind() {
    return kind;
  }
}
