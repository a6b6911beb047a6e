package io.clausestream.core.change;

import io.clausestream.core.fingerprint.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * A text that was accepted as the document's.
 *
 * @param number ordinal of the version of this document, from 1
 * @param fingerprint hashes of its first capture
 * @param fetchedAt when its first capture was fetched
 * @param contentType content type of its first capture
 * @param canonicalVersion version of the canonical text rules under which it was made
 * @param textLength length of its text in UTF-16 units
 * @param title text of its page's title element, cut to {@link #MAX_TITLE}; empty when it has none
 */
public record AcceptedVersion(
    long number,
    Fingerprint fingerprint,
    Instant fetchedAt,
    Optional<String> contentType,
    int canonicalVersion,
    int textLength,
    String title) {

  /** Most of a title that is kept, in UTF-16 units. */
  public static final int MAX_TITLE = 200;

  /** The version that a fetch makes, with the given number. */
  static AcceptedVersion of(long number, CanonicalFetch fetch) {
    return new AcceptedVersion(
        number,
        fetch.fingerprint(),
        fetch.ref().fetchedAt(),
        fetch.ref().contentType(),
        fetch.canonicalVersion(),
        fetch.page().textLength(),
        title(fetch));
  }

  /** The title of a fetch's page, as far as it is kept. */
  static String title(CanonicalFetch fetch) {
    String title = fetch.page().title();
    int end = Math.min(title.length(), MAX_TITLE);
    boolean split = end < title.length() && Character.isHighSurrogate(title.charAt(end - 1));
    return title.substring(0, split ? end - 1 : end);
  }

  /** Whether a fetch was made canonical by the same rules, so that the two can be compared. */
  boolean hasRulesOf(CanonicalFetch fetch) {
    return canonicalVersion == fetch.canonicalVersion()
        && fingerprint.declaration().equals(fetch.fingerprint().declaration());
  }

  /** The same version with other link targets. */
  AcceptedVersion withLinks(String links) {
    return new AcceptedVersion(
        number,
        new Fingerprint(fingerprint.body(), fingerprint.text(), links, fingerprint.declaration()),
        fetchedAt,
        contentType,
        canonicalVersion,
        textLength,
        title);
  }

  /** The same version under other rules, which read its page alike. */
  AcceptedVersion withRules(int version) {
    return new AcceptedVersion(
        number, fingerprint, fetchedAt, contentType, version, textLength, title);
  }
}
