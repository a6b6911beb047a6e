package io.clausestream.pipeline.state;

import io.clausestream.core.change.Outline;
import io.clausestream.core.change.PlatformState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/**
 * The outlines of a platform in keyed state: those of the {@link PlatformState#MAX_OUTLINES}
 * documents that were put last. Each carries its turn, so that which one goes does not depend on
 * the order in which a backend lists its entries. One thread.
 */
final class KeyedOutlines {

  private final MapState<String, byte[]> stored;
  private final OutlineCodec codec = new OutlineCodec();
  private final Map<String, OutlineCodec.Kept> known = new HashMap<>();
  private boolean read;

  KeyedOutlines(MapState<String, byte[]> stored) {
    this.stored = stored;
  }

  /** Forgets what was read of the platform before. */
  void focus() {
    known.clear();
    read = false;
  }

  /** The outlines, in the order in which they were put. */
  Map<String, Outline> all() throws Exception {
    read();
    Map<String, Outline> all = new LinkedHashMap<>();
    known.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().turn()))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue().outline()));
    return all;
  }

  void put(String documentId, Outline outline) throws Exception {
    read();
    long last = known.values().stream().mapToLong(OutlineCodec.Kept::turn).max().orElse(0);
    OutlineCodec.Kept before = known.get(documentId);
    if (before != null && before.turn() == last && before.outline().equals(outline)) {
      return;
    }
    OutlineCodec.Kept kept = new OutlineCodec.Kept(last + 1, outline);
    known.put(documentId, kept);
    stored.put(documentId, codec.encode(kept));
    while (known.size() > PlatformState.MAX_OUTLINES) {
      String oldest = oldest();
      known.remove(oldest);
      stored.remove(oldest);
    }
  }

  private String oldest() {
    return known.entrySet().stream()
        .min(Comparator.comparingLong(entry -> entry.getValue().turn()))
        .orElseThrow()
        .getKey();
  }

  private void read() throws Exception {
    if (!read) {
      for (Map.Entry<String, byte[]> entry : stored.entries()) {
        known.put(entry.getKey(), codec.decode(entry.getValue()));
      }
      read = true;
    }
  }
}
