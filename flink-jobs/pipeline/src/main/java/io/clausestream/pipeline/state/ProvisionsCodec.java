package io.clausestream.pipeline.state;

import io.clausestream.core.provision.Provision;
import io.clausestream.core.provision.Provisions;
import io.clausestream.core.provision.RemovedProvision;
import io.clausestream.pipeline.OperatorIds;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** State 'provisions'. */
final class ProvisionsCodec {

  static final int VERSION = 1;

  private static final String STATE = OperatorIds.STATE_PROVISIONS;

  private final VersionedAvro<io.clausestream.schema.state.Provisions> avro =
      new VersionedAvro<>(STATE, io.clausestream.schema.state.Provisions.class, VERSION);

  byte[] encode(Provisions provisions) {
    List<Provision> tracked = provisions.tracked();
    List<RemovedProvision> removed = provisions.removed();
    return avro.encode(
        io.clausestream.schema.state.Provisions.newBuilder()
            .setIds(PackedIds.pack(tracked.stream().map(Provision::id).toList()))
            .setClauses(steps(tracked.stream().mapToLong(Provision::clause).toArray()))
            .setKeys(PackedLongs.fixed(tracked.stream().mapToLong(Provision::key).toArray()))
            .setFirstSeen(times(tracked, Provision::firstSeen))
            .setLastChanged(PackedLongs.variable(ages(tracked)))
            .setRemovedIds(PackedIds.pack(removed.stream().map(RemovedProvision::id).toList()))
            .setRemovedKeys(
                PackedLongs.fixed(removed.stream().mapToLong(RemovedProvision::key).toArray()))
            .setRemovedFirstSeen(times(removed, RemovedProvision::firstSeen))
            .setRemovedAt(times(removed, RemovedProvision::removedAt))
            .build());
  }

  Provisions decode(byte[] stored) {
    var provisions = avro.decode(stored);
    return new Provisions(tracked(provisions), removed(provisions));
  }

  private static List<Provision> tracked(io.clausestream.schema.state.Provisions stored) {
    List<String> ids = PackedIds.unpack(STATE, stored.getIds(), Provisions.MAX_TRACKED);
    int count = ids.size();
    long[] clauses = sums(stored.getClauses(), count);
    long[] keys = keys(stored.getKeys(), count);
    long[] firstSeen = sums(stored.getFirstSeen(), count);
    long[] ages = PackedLongs.variable(STATE, stored.getLastChanged(), count);
    List<Provision> tracked = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tracked.add(
          new Provision(
              ids.get(i),
              Math.toIntExact(clauses[i]),
              keys[i],
              Millis.toInstant(firstSeen[i]),
              Millis.toInstant(firstSeen[i] + ages[i])));
    }
    return tracked;
  }

  private static List<RemovedProvision> removed(io.clausestream.schema.state.Provisions stored) {
    List<String> ids = PackedIds.unpack(STATE, stored.getRemovedIds(), Provisions.MAX_REMOVED);
    int count = ids.size();
    long[] keys = keys(stored.getRemovedKeys(), count);
    long[] firstSeen = sums(stored.getRemovedFirstSeen(), count);
    long[] removedAt = sums(stored.getRemovedAt(), count);
    List<RemovedProvision> removed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      removed.add(
          new RemovedProvision(
              ids.get(i), keys[i], Millis.toInstant(firstSeen[i]), Millis.toInstant(removedAt[i])));
    }
    return removed;
  }

  private static long[] keys(ByteBuffer packed, int count) {
    long[] keys = PackedLongs.fixed(STATE, packed, count);
    if (keys.length != count) {
      throw PackedLongs.corrupt(STATE, keys.length + " hashes stand beside " + count + " ids");
    }
    return keys;
  }

  private static <T> ByteBuffer times(List<T> provisions, Function<T, Instant> time) {
    return steps(provisions.stream().mapToLong(p -> Millis.of(time.apply(p))).toArray());
  }

  /** Most provisions of a text were first seen at one instant, so most steps are 0. */
  private static ByteBuffer steps(long[] values) {
    long[] steps = new long[values.length];
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      steps[i] = values[i] - before;
      before = values[i];
    }
    return PackedLongs.variable(steps);
  }

  private static long[] sums(ByteBuffer packed, int count) {
    long[] values = PackedLongs.variable(STATE, packed, count);
    for (int i = 1; i < count; i++) {
      values[i] += values[i - 1];
    }
    return values;
  }

  private static long[] ages(List<Provision> tracked) {
    return tracked.stream()
        .mapToLong(p -> Millis.of(p.lastChanged()) - Millis.of(p.firstSeen()))
        .toArray();
  }
}
