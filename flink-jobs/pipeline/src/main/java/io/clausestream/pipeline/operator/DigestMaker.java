package io.clausestream.pipeline.operator;

import io.clausestream.core.digest.DigestCut;
import io.clausestream.core.digest.SeverityCounts;
import io.clausestream.core.severity.Severity;
import io.clausestream.pipeline.wire.DigestMapper;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the digest of a week. Stateless. */
final class DigestMaker {

  private static final int BYTES_BESIDE_TEXT = 600;
  private static final int BYTES_PER_CHARACTER = 3;

  private DigestMaker() {}

  /**
   * The digest of a week.
   *
   * @param week the changes of the week that are known
   * @param unlisted how many more there were
   */
  static Digest digest(
      String subscriberId,
      Instant from,
      Instant until,
      String timeZone,
      List<DigestEntry> week,
      SeverityCounts unlisted) {
    Map<String, DigestEntry> byId = new HashMap<>();
    SeverityCounts counts = unlisted;
    for (DigestEntry entry : week) {
      byId.put(entry.getChangeId(), entry);
      counts = counts.and(severity(entry));
    }
    DigestCut cut = DigestCut.of(week.stream().map(DigestMaker::item).toList());
    return DigestMapper.toWire(
        subscriberId,
        from,
        until,
        timeZone,
        counts,
        cut.listed().stream()
            .map(item -> Objects.requireNonNull(byId.get(item.changeId())))
            .toList(),
        cut.omitted() + unlisted.total());
  }

  static Severity severity(DigestEntry entry) {
    return Severity.valueOf(entry.getSeverity().name());
  }

  private static DigestCut.Item item(DigestEntry entry) {
    int text = entry.getTitle().length() + entry.getUrl().length();
    for (String sentence : entry.getSummary()) {
      text += sentence.length();
    }
    return new DigestCut.Item(
        entry.getChangeId(),
        severity(entry),
        entry.getDetectedAt(),
        BYTES_PER_CHARACTER * text + BYTES_BESIDE_TEXT);
  }
}
