package io.clausestream.core.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The checks that an event must pass before anything trusts its fields. Stateless. */
public final class PageCheck {

  /** How far a fetch time may lie behind the time at which the event was recorded. */
  public static final Duration MAX_CLOCK_SKEW = Duration.ofHours(1);

  /** No page of the web was fetched before its first year. */
  public static final Instant EARLIEST = Instant.parse("1991-01-01T00:00:00Z");

  private static final int MAX_NAME_LENGTH = 512;
  private static final int MAX_URL_LENGTH = 8192;
  private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

  private PageCheck() {}

  /**
   * Checks a name that ids are made of.
   *
   * @return the name
   * @throws RejectedPageException if it is empty, too long or holds control characters
   */
  public static String name(String field, String value) throws RejectedPageException {
    if (value.isBlank()
        || value.length() > MAX_NAME_LENGTH
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new RejectedPageException(
          RejectionReason.INVALID_FIELD,
          field
              + " must have 1 to "
              + MAX_NAME_LENGTH
              + " characters and no control characters, but is '"
              + excerpt(value)
              + "'.");
    }
    return value;
  }

  /**
   * Checks the URL that was asked for, and mends what browsers mend, see {@link WebUrl}.
   *
   * @throws RejectedPageException if it is no absolute http, https or urn address
   */
  public static URI url(String value) throws RejectedPageException {
    try {
      URI uri = WebUrl.parse(value.length() > MAX_URL_LENGTH ? "" : value);
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, with the same words as every other wrong address.
    }
    throw new RejectedPageException(
        RejectionReason.INVALID_URL,
        "url must be an absolute http, https or urn address, but is '" + excerpt(value) + "'.");
  }

  /**
   * Checks the fetch time against the time at which the event was recorded.
   *
   * @param recordedAt when the event was recorded, if its carrier knows
   * @throws RejectedPageException if the fetch is from before the web or from the future
   */
  public static Instant fetchedAt(Instant value, Optional<Instant> recordedAt)
      throws RejectedPageException {
    if (value.isBefore(EARLIEST)) {
      throw new RejectedPageException(
          RejectionReason.INVALID_TIME, "fetchedAt " + value + " is before " + EARLIEST + ".");
    }
    if (recordedAt.isPresent() && value.isAfter(recordedAt.get().plus(MAX_CLOCK_SKEW))) {
      throw new RejectedPageException(
          RejectionReason.INVALID_TIME,
          "fetchedAt "
              + value
              + " is more than "
              + MAX_CLOCK_SKEW.toHours()
              + " h after the record's own time "
              + recordedAt.get()
              + "; check the crawler's clock.");
    }
    return value;
  }

  /**
   * Checks a body against the hash that its event states.
   *
   * @return the SHA-256 of the body
   * @throws RejectedPageException if they differ
   */
  public static String bodyHash(byte[] body, Optional<String> stated) throws RejectedPageException {
    String hash = Sha256.hex(body);
    if (stated.isPresent() && !stated.get().equals(hash)) {
      throw new RejectedPageException(
          RejectionReason.BODY_HASH_MISMATCH,
          "bodySha256 is '" + excerpt(stated.get()) + "', but the decoded body has " + hash + ".");
    }
    return hash;
  }

  private static String excerpt(String value) {
    String cut = value.length() > 80 ? value.substring(0, 80) + "…" : value;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
