package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.DigestEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber's digest is made of, in Flink's keyed state. Speaks of the current key. One
 * thread.
 */
public final class KeyedDigestState {

  private final ValueState<byte[]> week;
  private final MapState<String, byte[]> matches;
  private final DigestProgressCodec weekCodec = new DigestProgressCodec();
  private final WaitingMatchCodec matchCodec = new WaitingMatchCodec();

  /** The state of the operator that is being opened. */
  public KeyedDigestState(RuntimeContext context) {
    week =
        context.getState(
            new ValueStateDescriptor<>(
                OperatorIds.STATE_WEEK, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    matches =
        context.getMapState(
            new MapStateDescriptor<>(
                OperatorIds.STATE_MATCHES,
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  /** How far the subscriber's weeks are told. */
  public DigestProgress progress() throws Exception {
    byte[] stored = week.value();
    return stored == null ? DigestProgress.NONE : weekCodec.decode(stored);
  }

  /** Keeps how far they are told. */
  public void put(DigestProgress progress) throws Exception {
    week.update(weekCodec.encode(progress));
  }

  /** What the digest says of a change; null if it does not wait. */
  public @Nullable DigestEntry get(String changeId) throws Exception {
    byte[] stored = matches.get(changeId);
    return stored == null ? null : matchCodec.decode(stored);
  }

  /** Keeps what the digest says of a change. */
  public void put(DigestEntry entry) throws Exception {
    matches.put(entry.getChangeId(), matchCodec.encode(entry));
  }

  /** All that waits, in the order of time. */
  public List<DigestEntry> waiting() throws Exception {
    List<DigestEntry> all = new ArrayList<>();
    for (byte[] stored : matches.values()) {
      all.add(matchCodec.decode(stored));
    }
    all.sort(
        Comparator.comparing(DigestEntry::getDetectedAt).thenComparing(DigestEntry::getChangeId));
    return all;
  }

  /** Forgets what waited for an end. */
  public void take(List<DigestEntry> entries) throws Exception {
    for (DigestEntry entry : entries) {
      matches.remove(entry.getChangeId());
    }
  }

  /** Forgets the subscriber. */
  public void clear() {
    week.clear();
    matches.clear();
  }
}
