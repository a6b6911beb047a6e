package io.clausestream.pipeline.state;

import io.clausestream.core.digest.SeverityCounts;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Timeline;
import io.clausestream.core.subscription.Timeline.Since;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.DigestClock;
import io.clausestream.schema.state.DigestState;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/** State 'week'. One thread. */
final class DigestProgressCodec {

  static final int VERSION = 1;

  private final VersionedAvro<DigestState> avro =
      new VersionedAvro<>(OperatorIds.STATE_WEEK, DigestState.class, VERSION);

  byte[] encode(DigestProgress progress) {
    return avro.encode(
        new DigestState(
            Millis.of(progress.closed()),
            progress.clocks().entries().stream().map(DigestProgressCodec::toState).toList(),
            progress.waiting(),
            List.of(
                progress.unlisted().lows(),
                progress.unlisted().mediums(),
                progress.unlisted().highs())));
  }

  DigestProgress decode(byte[] stored) {
    DigestState state = avro.decode(stored);
    return new DigestProgress(
        Millis.toInstant(state.getClosed()),
        new Timeline<>(state.getClocks().stream().map(DigestProgressCodec::toCore).toList()),
        state.getWaiting(),
        counts(state.getUnlisted()));
  }

  private static SeverityCounts counts(List<Integer> stored) {
    return stored.isEmpty()
        ? SeverityCounts.NONE
        : new SeverityCounts(stored.get(0), stored.get(1), stored.get(2));
  }

  private static DigestClock toState(Since<DigestTime> entry) {
    DigestTime time = entry.value();
    return new DigestClock(
        Millis.of(entry.from()),
        time.wanted(),
        time.zone().getId(),
        time.day().name(),
        time.hour());
  }

  private static Since<DigestTime> toCore(DigestClock clock) {
    return new Since<>(
        Millis.toInstant(clock.getFrom()),
        new DigestTime(
            clock.getWanted(),
            ZoneId.of(clock.getZone()),
            DayOfWeek.valueOf(clock.getDay()),
            clock.getHour()));
  }
}
