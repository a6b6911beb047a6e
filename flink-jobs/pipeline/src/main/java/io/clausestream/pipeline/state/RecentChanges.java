package io.clausestream.pipeline.state;

import io.clausestream.core.alert.AlertMemory;
import io.clausestream.pipeline.OperatorIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the last days of a platform or a bucket, in Flink's keyed state. They are
 * forgotten by the time of the fetches and, since that stands still during an import, by number:
 * the first to be detected go. Speaks of the current key. One thread.
 */
public final class RecentChanges {

  private final MapState<String, byte[]> changes;
  private final ValueState<Integer> count;
  private final ValueState<Long> newest;
  private final RecentChangeCodec codec = new RecentChangeCodec();

  /** A change with its id. */
  public record Entry(String changeId, RecentChange change) {}

  /** The state of the operator that is being opened. */
  public RecentChanges(RuntimeContext context) {
    changes =
        context.getMapState(
            new MapStateDescriptor<>(
                OperatorIds.STATE_RECENT,
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    count = context.getState(new ValueStateDescriptor<>(OperatorIds.STATE_RECENT_COUNT, Types.INT));
    newest =
        context.getState(new ValueStateDescriptor<>(OperatorIds.STATE_RECENT_NEWEST, Types.LONG));
  }

  /** A change; null if it is none of the last days. */
  public @Nullable RecentChange get(String changeId) throws Exception {
    byte[] stored = changes.get(changeId);
    return stored == null ? null : codec.decode(stored);
  }

  /**
   * Keeps a change that is not known yet.
   *
   * @param most about how many are kept at most: twice as many are, for a while
   */
  public void add(String changeId, RecentChange change, int most) throws Exception {
    changes.put(changeId, codec.encode(change));
    Long last = newest.value();
    long at = Millis.of(change.detectedAt());
    if (last == null || at > last) {
      newest.update(at);
    }
    int kept = count() + 1;
    count.update(kept);
    if (kept > 2 * most) {
      shrink(most);
    }
  }

  /** Keeps what became of a change that is known. */
  public void update(String changeId, RecentChange change) throws Exception {
    changes.put(changeId, codec.encode(change));
  }

  /** Whether none was detected at an instant or later. */
  public boolean isBefore(Instant instant) throws Exception {
    Long last = newest.value();
    return last == null || last < Millis.of(instant);
  }

  /** All of them, in the order of time. */
  public List<Entry> all() throws Exception {
    List<Entry> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : changes.entries()) {
      all.add(new Entry(entry.getKey(), codec.decode(entry.getValue())));
    }
    all.sort(
        Comparator.comparing((Entry entry) -> entry.change().detectedAt())
            .thenComparing(Entry::changeId));
    return all;
  }

  /**
   * Forgets what is over by a watermark.
   *
   * @param lateTerms whether the record of a change is needed only for terms that come late
   * @return when something is over next
   */
  public Optional<Instant> forget(Instant watermark, boolean lateTerms) throws Exception {
    Optional<Instant> next = Optional.empty();
    int kept = 0;
    for (Entry entry : all()) {
      RecentChange change = entry.change();
      Instant over = change.detectedAt().plus(AlertMemory.TOLD);
      if (!over.isAfter(watermark)) {
        changes.remove(entry.changeId());
        continue;
      }
      kept++;
      Instant late = change.detectedAt().plus(AlertMemory.LATE_TERMS);
      if (lateTerms && change.change() != null) {
        if (late.isAfter(watermark)) {
          over = late;
        } else {
          update(entry.changeId(), change.withoutRecord());
        }
      }
      next = Optional.of(next.filter(over::isAfter).orElse(over));
    }
    putCount(kept);
    return next;
  }

  private void shrink(int most) throws Exception {
    List<Entry> all = all();
    for (Entry entry : all.subList(0, all.size() - most)) {
      changes.remove(entry.changeId());
    }
    putCount(most);
  }

  private int count() throws Exception {
    Integer kept = count.value();
    return kept == null ? 0 : kept;
  }

  private void putCount(int kept) throws Exception {
    if (kept == 0) {
      count.clear();
      newest.clear();
    } else {
      count.update(kept);
    }
  }
}
