package io.clausestream.core.fingerprint;

import io.clausestream.core.page.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Ids that are made of content, so that a replay makes the same ones.
 *
 * <p>An id is the first 32 hexadecimal digits of the SHA-256 of its domain and parts, each on a
 * line of its own in UTF-8. Parts never hold line breaks: {@code PageCheck} refuses names with
 * control characters. Instants count as epoch milliseconds.
 */
public final class ContentId {

  private static final int DIGITS = 32;

  private ContentId() {}

  /** Id of the change of a document from one text to another. */
  public static String change(
      String documentId,
      String textBefore,
      String textAfter,
      Instant firstFetchedAt,
      int canonicalVersion) {
    return of(
        "change",
        documentId,
        textBefore,
        textAfter,
        millis(firstFetchedAt),
        Integer.toString(canonicalVersion));
  }

  /** Id of the assessment of a change by a rule set. */
  public static String assessment(String changeId, String ruleSetVersion) {
    return of("assessment", changeId, ruleSetVersion);
  }

  /** Id of the alert of a change to a subscriber. */
  public static String alert(String changeId, String subscriberId) {
    return of("alert", changeId, subscriberId);
  }

  /** Id of the alert that takes another one back. */
  public static String retraction(String alertId) {
    return of("retraction", alertId);
  }

  /** Id of the digest of a subscriber's week. */
  public static String digest(String subscriberId, Instant until) {
    return of("digest", subscriberId, millis(until));
  }

  /** Id of what a change of a provision tells: its words before and after. */
  public static String fact(String provisionId, String before, String after) {
    return of("fact", provisionId, Sha256.hex(before), Sha256.hex(after));
  }

  /** Id of a status of a document's source. */
  public static String health(String documentId, String status, Instant detectedAt) {
    return of("health", documentId, status, millis(detectedAt));
  }

  /** Id of the count of a category at the end of a day, such as 2026-01-05. */
  public static String prevalence(String category, LocalDate day) {
    return of("prevalence", category, day.toString());
  }

  /**
   * Id of a provision of a document.
   *
   * @param words its words when it was first seen, without what numbers it
   * @param path the words of the headings above it then
   * @param context empty where these tell it from all others; else what stood before it
   */
  public static String provision(String documentId, String words, String path, String context) {
    return of("provision", documentId, words, path, context);
  }

  private static String millis(Instant instant) {
    return Long.toString(instant.toEpochMilli());
  }

  private static String of(String domain, String... parts) {
    return Sha256.hex(domain + "\n" + String.join("\n", parts)).substring(0, DIGITS);
  }
}
