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

  /** Whether parts that came late are read where the page's scripts put them. */
  boolean placesStreamedParts() {
    return version >= 3;
  }

  /** Whether a template counts that the parser of a browser makes an element's contents. */
  boolean readsShadowRoots() {
    return version >= 3;
  }

  /** Whether what is shown without scripts is read where next to nothing else stands. */
  boolean readsWithoutScripts() {
    return version >= 3;
  }
}
