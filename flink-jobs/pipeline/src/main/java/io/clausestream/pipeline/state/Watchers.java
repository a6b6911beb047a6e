package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The subscribers of a bucket, in Flink's keyed state. Speaks of the current key. One thread. */
public final class Watchers {

  private final MapState<String, byte[]> watchers;
  private final WatcherCodec codec = new WatcherCodec();

  /** The state of the operator that is being opened. */
  public Watchers(RuntimeContext context) {
    watchers =
        context.getMapState(
            new MapStateDescriptor<>(
                OperatorIds.STATE_WATCHERS,
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  /** What is known of a subscriber. */
  public Watcher get(String subscriberId) throws Exception {
    byte[] stored = watchers.get(subscriberId);
    return stored == null ? Watcher.NONE : codec.decode(stored);
  }

  /** Keeps what is known of a subscriber. */
  public void put(String subscriberId, Watcher watcher) throws Exception {
    if (watcher.isEmpty()) {
      watchers.remove(subscriberId);
    } else {
      watchers.put(subscriberId, codec.encode(watcher));
    }
  }

  /** Forgets a subscriber. */
  public void remove(String subscriberId) throws Exception {
    watchers.remove(subscriberId);
  }

  /** Each subscriber with its id; nothing may be kept meanwhile. */
  public void forEach(BiConsumer<String, Watcher> action) throws Exception {
    for (Map.Entry<String, byte[]> entry : watchers.entries()) {
      action.accept(entry.getKey(), codec.decode(entry.getValue()));
    }
  }

  /**
   * Forgets what is over by a watermark.
   *
   * @return when something is over next
   */
  public Optional<Instant> forget(Instant watermark) throws Exception {
    List<Map.Entry<String, Watcher>> changed = new ArrayList<>();
    List<Instant> next = new ArrayList<>();
    forEach(
        (id, watcher) -> {
          Watcher after = watcher.at(watermark);
          after.forgetsAt().ifPresent(next::add);
          if (!after.equals(watcher)) {
            changed.add(Map.entry(id, after));
          }
        });
    for (Map.Entry<String, Watcher> entry : changed) {
      put(entry.getKey(), entry.getValue());
    }
    return next.stream().min(Instant::compareTo);
  }
}
