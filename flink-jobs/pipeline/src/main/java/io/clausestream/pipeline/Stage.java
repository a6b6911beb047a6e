package io.clausestream.pipeline;

import java.util.Locale;

/**
 * The stages of a page's path. The word of a stage is the same everywhere: package of the core,
 * prefix of its options, group of its metrics, heading in the docs.
 */
public enum Stage {
  /** Events are decoded and checked. */
  PAGE,
  /** HTML becomes canonical text blocks. */
  CANONICAL,
  /** Layered hashes. */
  FINGERPRINT,
  /** Evidence against a capture. */
  QUALITY,
  /** What differs from the last accepted version. */
  DIFF,
  /** The verdict. */
  CHANGE,
  /** Categories, direction and severity. */
  SEVERITY,
  /** How many platforms hold a category, and move it. */
  PREVALENCE,
  /** Who watches. */
  SUBSCRIPTION,
  /** One alert per subscriber and change. */
  ALERT,
  /** The changes of a week per subscriber. */
  DIGEST;

  /** The stage's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
