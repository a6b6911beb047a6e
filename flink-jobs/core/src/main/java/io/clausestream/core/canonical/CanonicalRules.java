package io.clausestream.core.canonical;

/**
 * The rules of canonical text as a value: what a walk asks where two versions differ. A release
 * ships {@link #CURRENT} and {@link #PREVIOUS}, so that the first fetch after an upgrade can be
 * compared with a text that the release before made. What both versions agree on is not asked.
 *
 * @param version version of the rules; a higher one knows all that a lower one knows
 */
record CanonicalRules(int version) {

  /** What text is made by. */
  static final CanonicalRules CURRENT = new CanonicalRules(Canonicalizer.VERSION);

  /** What the release before made text by. */
  static final CanonicalRules PREVIOUS = new CanonicalRules(Canonicalizer.PREVIOUS_VERSION);

  /** Whether a button that unfolds a section carries its title. */
  boolean readsTitlesInButtons() {
    return version >= 2;
  }

  /** Whether the label of a control of a form is none of the text. */
  boolean dropsLabelsOfControls() {
    return version >= 2;
  }

  /** Whether blocks of nothing but links go, and links that touch each other are two words. */
  boolean mindsLinks() {
    return version >= 2;
  }

  /** Whether what a style hides goes, outside the main content. */
  boolean dropsUndisplayed() {
    return version >= 2;
  }

  /** Whether banners are known by the names of the products that make them, too. */
  boolean knowsConsentProducts() {
    return version >= 2;
  }

  /** Whether an element that is named like a banner stays if the document itself stands in it. */
  boolean sparesDocuments() {
    return version >= 2;
  }

  /** Whether hidden parts count that a script shows when the page has come whole. */
  boolean readsStreamedParts() {
    return version >= 2;
  }

  /** Whether a picture's contents are none of the text, whatever elements it is made of. */
  boolean dropsPictures() {
    return version >= 2;
  }
}
