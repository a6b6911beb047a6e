package io.clausestream.pipeline.wire;

import io.clausestream.core.page.BodyDecoder;
import io.clausestream.core.page.BodyEncoding;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageCheck;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.schema.FetchId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Stage page: an event as it came to a fetch that the core trusts. Stateless. */
public final class FetchedPageMapper {

  private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final byte[] NO_BODY = {};

  private FetchedPageMapper() {}

  /** The same for a body of the largest size that there is. */
  public static FetchedPage toCore(
      io.clausestream.schema.FetchedPage wire, byte @Nullable [] key, @Nullable Instant recordedAt)
      throws RejectedPageException {
    return toCore(wire, key, recordedAt, BodyDecoder.MAX_BODY_BYTES);
  }

  /**
   * Checks every field and decodes the body.
   *
   * @param wire the event
   * @param key key of its record
   * @param recordedAt when its carrier recorded it; null when the carrier does not know
   * @param maxBytes largest body, in bytes, decoded
   * @throws RejectedPageException naming the field and its value, if one is wrong
   */
  public static FetchedPage toCore(
      io.clausestream.schema.FetchedPage wire,
      byte @Nullable [] key,
      @Nullable Instant recordedAt,
      int maxBytes)
      throws RejectedPageException {
    PageRef ref = ref(wire, recordedAt);
    key(ref.platform(), key);
    FetchOutcome outcome = constant(FetchOutcome.class, "outcome", wire.getOutcome());
    byte[] body = body(wire, outcome, maxBytes);
    String hash = PageCheck.bodyHash(body, statedHash(wire));
    fetchId(ref, wire);
    return new FetchedPage(ref, outcome, status(wire), body, hash, declaration(wire));
  }

  /**
   * The same for an event without its body, of which all that can be made is known already: the
   * body of what is returned is empty, its hash is the one that the event states.
   *
   * @throws RejectedPageException naming the field and its value, if one is wrong
   */
  public static FetchedPage toCoreOfKnownBody(
      io.clausestream.schema.FetchedPage wire, byte @Nullable [] key, @Nullable Instant recordedAt)
      throws RejectedPageException {
    PageRef ref = ref(wire, recordedAt);
    key(ref.platform(), key);
    FetchOutcome outcome = constant(FetchOutcome.class, "outcome", wire.getOutcome());
    fetchId(ref, wire);
    return new FetchedPage(
        ref, outcome, status(wire), NO_BODY, wire.getBodySha256(), declaration(wire));
  }

  /**
   * The time of the fetch, in whole milliseconds as every record tells it.
   *
   * @throws RejectedPageException if no fetch can have been then
   */
  public static Instant fetchedAt(
      io.clausestream.schema.FetchedPage wire, @Nullable Instant recordedAt)
      throws RejectedPageException {
    Instant stated = wire.getFetchedAt();
    if (stated.isAfter(LATEST)) {
      throw new RejectedPageException(
          RejectionReason.INVALID_TIME, "fetchedAt " + stated + " is beyond every calendar.");
    }
    try {
      return PageCheck.fetchedAt(stated, Optional.ofNullable(recordedAt))
          .truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new RejectedPageException(
          RejectionReason.INVALID_TIME,
          "fetchedAt " + stated + " cannot be compared with the record's own time.");
    }
  }

  private static PageRef ref(io.clausestream.schema.FetchedPage wire, @Nullable Instant recordedAt)
      throws RejectedPageException {
    return new PageRef(
        PageCheck.name("fetchId", wire.getFetchId()),
        PageCheck.name("documentId", wire.getDocumentId()),
        PageCheck.name("platform", wire.getPlatform()),
        PageCheck.name("documentType", wire.getDocumentType()),
        PageCheck.url(wire.getUrl()),
        fetchedAt(wire, recordedAt),
        Optional.ofNullable(wire.getContentType()),
        constant(Origin.class, "origin", wire.getOrigin()));
  }

  /** Ids are content: an id of another make would turn fetches into duplicates, or hide them. */
  private static void fetchId(PageRef ref, io.clausestream.schema.FetchedPage wire)
      throws RejectedPageException {
    String made = FetchId.of(ref.documentId(), ref.fetchedAt(), wire.getBodySha256());
    if (!made.equals(ref.fetchId())) {
      throw new RejectedPageException(
          RejectionReason.INVALID_FIELD,
          "fetchId is '"
              + cut(ref.fetchId())
              + "', but documentId, fetchedAt and bodySha256 make '"
              + made
              + "'.");
    }
  }

  /** The key is the platform: it gives a platform one partition, and so one order. */
  private static void key(String platform, byte @Nullable [] key) throws RejectedPageException {
    String found = key == null ? null : new String(key, StandardCharsets.UTF_8);
    if (!platform.equals(found)) {
      throw new RejectedPageException(
          RejectionReason.WRONG_KEY,
          (found == null ? "The record has no key" : "The record's key is '" + cut(found) + "'")
              + "; it must be the platform, '"
              + platform
              + "'.");
    }
  }

  private static byte[] body(
      io.clausestream.schema.FetchedPage wire, FetchOutcome outcome, int maxBytes)
      throws RejectedPageException {
    ByteBuffer inline = wire.getBody();
    if (inline == null) {
      absent(wire, outcome);
      return NO_BODY;
    }
    BodyEncoding encoding = constant(BodyEncoding.class, "bodyEncoding", wire.getBodyEncoding());
    return BodyDecoder.decode(bytes(inline), encoding, maxBytes);
  }

  /** A fetch without a body may still tell the hash of the one that it stands for. */
  private static Optional<String> statedHash(io.clausestream.schema.FetchedPage wire) {
    return wire.getBody() == null ? Optional.empty() : Optional.ofNullable(wire.getBodySha256());
  }

  private static void absent(io.clausestream.schema.FetchedPage wire, FetchOutcome outcome)
      throws RejectedPageException {
    if (wire.getBodyLocation() != null) {
      throw new RejectedPageException(
          RejectionReason.BODY_LOCATION_UNRESOLVED,
          "The body is at '"
              + cut(wire.getBodyLocation())
              + "', but no store of bodies is configured; send it inside the record.");
    }
    if (outcome == FetchOutcome.OK) {
      throw new RejectedPageException(
          RejectionReason.BODY_MISSING,
          "outcome is OK, but there is no body; send one, or the outcome that was.");
    }
  }

  private static OptionalInt status(io.clausestream.schema.FetchedPage wire) {
    Integer status = wire.getHttpStatus();
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  private static Declaration declaration(io.clausestream.schema.FetchedPage wire) {
    var declared = wire.getDeclaration();
    return declared == null
        ? Declaration.NONE
        : new Declaration(declared.getIncludeSelectors(), declared.getExcludeSelectors());
  }

  /** The core's constant of the same name; the wire's UNKNOWN has none. */
  private static <E extends Enum<E>> E constant(Class<E> type, String field, Enum<?> wire)
      throws RejectedPageException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wire.name())) {
        return constant;
      }
    }
    throw new RejectedPageException(
        RejectionReason.INVALID_FIELD,
        field + " has a value that this version does not know; upgrade the engine first.");
  }

  private static byte[] bytes(ByteBuffer buffer) {
    ByteBuffer view = buffer.duplicate();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }

  private static String cut(String value) {
    String printable = value.replaceAll("\\p{Cntrl}", "?");
    return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
  }
}
