package io.clausestream.pipeline.wire;

import io.clausestream.core.digest.SeverityCounts;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digests to the wire. Stateless. */
public final class DigestMapper {

  private DigestMapper() {}

  /**
   * What a digest says of a change.
   *
   * @param updates id of the alert that told the same before; null when none did
   * @param correction why the change was told wrongly; null when it was not
   */
  public static DigestEntry entry(
      PageChange change,
      String subscriberId,
      @Nullable String updates,
      @Nullable String correction) {
    return DigestEntry.newBuilder()
        .setChangeId(change.getChangeId())
        .setAlertId(ContentId.alert(change.getChangeId(), subscriberId))
        .setPlatform(change.getPlatform())
        .setDocumentId(change.getDocumentId())
        .setDocumentType(change.getDocumentType())
        .setUrl(change.getUrl())
        .setSeverity(change.getSeverity())
        .setDirection(change.getDirection())
        .setCategories(change.getCategories())
        .setTitle(change.getTitle())
        .setSummary(change.getSummary())
        .setFetchedAt(change.getCurrent().getFetchedAt())
        .setDetectedAt(change.getDetectedAt())
        .setUpdates(updates)
        .setCorrection(correction)
        .build();
  }

  /**
   * A digest.
   *
   * @param counts how many changes have which severity
   * @param omitted how many of them are not among the entries
   */
  public static Digest toWire(
      String subscriberId,
      Instant from,
      Instant until,
      String timeZone,
      SeverityCounts counts,
      List<DigestEntry> entries,
      int omitted) {
    return Digest.newBuilder()
        .setDigestId(ContentId.digest(subscriberId, until))
        .setSubscriberId(subscriberId)
        .setFrom(from)
        .setUntil(until)
        .setTimeZone(timeZone)
        .setLows(counts.lows())
        .setMediums(counts.mediums())
        .setHighs(counts.highs())
        .setEntries(entries)
        .setEntriesOmitted(omitted)
        .setEngineVersion(EngineVersion.current())
        .build();
  }
}
