package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Severity;
import io.clausestream.schema.state.WaitingMatch;

/** State 'matches'. One thread. */
final class WaitingMatchCodec {

  static final int VERSION = 1;

  private final VersionedAvro<WaitingMatch> avro =
      new VersionedAvro<>(OperatorIds.STATE_MATCHES, WaitingMatch.class, VERSION);

  byte[] encode(DigestEntry entry) {
    return avro.encode(
        WaitingMatch.newBuilder()
            .setChangeId(entry.getChangeId())
            .setAlertId(entry.getAlertId())
            .setPlatform(entry.getPlatform())
            .setDocumentId(entry.getDocumentId())
            .setDocumentType(entry.getDocumentType())
            .setUrl(entry.getUrl())
            .setSeverity(entry.getSeverity().name())
            .setDirection(entry.getDirection().name())
            .setCategories(entry.getCategories())
            .setTitle(entry.getTitle())
            .setSummary(entry.getSummary())
            .setFetchedAt(Millis.of(entry.getFetchedAt()))
            .setDetectedAt(Millis.of(entry.getDetectedAt()))
            .setUpdates(entry.getUpdates())
            .setCorrection(entry.getCorrection())
            .build());
  }

  DigestEntry decode(byte[] stored) {
    WaitingMatch match = avro.decode(stored);
    return DigestEntry.newBuilder()
        .setChangeId(match.getChangeId())
        .setAlertId(match.getAlertId())
        .setPlatform(match.getPlatform())
        .setDocumentId(match.getDocumentId())
        .setDocumentType(match.getDocumentType())
        .setUrl(match.getUrl())
        .setSeverity(Severity.valueOf(match.getSeverity()))
        .setDirection(Direction.valueOf(match.getDirection()))
        .setCategories(match.getCategories())
        .setTitle(match.getTitle())
        .setSummary(match.getSummary())
        .setFetchedAt(Millis.toInstant(match.getFetchedAt()))
        .setDetectedAt(Millis.toInstant(match.getDetectedAt()))
        .setUpdates(match.getUpdates())
        .setCorrection(match.getCorrection())
        .build();
  }
}
