package io.clausestream.pipeline.operator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What was made lately, up to a weight; what was not asked for longest goes first. One thread. */
final class Lately<K, V> {

  private static final float LOAD_FACTOR = 0.75f;

  private final Map<K, Made<V>> made = new LinkedHashMap<>(16, LOAD_FACTOR, true);
  private final long most;
  private long weight;

  private record Made<V>(V value, long weight) {}

  /** Keeps what weighs no more than so much together. */
  Lately(long most) {
    this.most = most;
  }

  /** The value of a key, which is made and weighed unless it was made lately. */
  V get(K key, ToLongFunction<V> scale, Supplier<V> maker) {
    Made<V> known = made.get(key);
    if (known != null) {
      return known.value();
    }
    V value = maker.get();
    long itsWeight = scale.applyAsLong(value);
    if (itsWeight <= most) {
      made.put(key, new Made<>(value, itsWeight));
      weight += itsWeight;
      shrink();
    }
    return value;
  }

  private void shrink() {
    for (Iterator<Made<V>> first = made.values().iterator(); weight > most; ) {
      weight -= first.next().weight();
      first.remove();
    }
  }
}
