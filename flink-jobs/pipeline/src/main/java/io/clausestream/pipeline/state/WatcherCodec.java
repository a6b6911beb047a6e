package io.clausestream.pipeline.state;

import io.clausestream.core.subscription.Timeline;
import io.clausestream.core.subscription.Timeline.Since;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.state.ToldList.Told;
import io.clausestream.schema.state.WatcherTerms;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** State 'watchers'. One thread. */
public final class WatcherCodec {

  static final int VERSION = 2;

  private final VersionedAvro<io.clausestream.schema.state.Watcher> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_WATCHERS, io.clausestream.schema.state.Watcher.class, VERSION);

  /** A codec. */
  public WatcherCodec() {}

  /** The stored form of a watcher. */
  public byte[] encode(Watcher watcher) {
    List<Told> told = watcher.told().told();
    ByteBuffer at = ByteBuffer.allocate(told.size() * Long.BYTES);
    ByteBuffer by = ByteBuffer.allocate(told.size());
    told.forEach(one -> at.putLong(Millis.of(one.detectedAt())));
    told.forEach(one -> by.put((byte) (one.alert() ? 1 : 0)));
    return avro.encode(
        new io.clausestream.schema.state.Watcher(
            watcher.terms().entries().stream().map(Since::value).toList(),
            PackedIds.pack(told.stream().map(Told::changeId).toList()),
            at.flip(),
            by.flip()));
  }

  /**
   * The watcher.
   *
   * @throws UnknownStateVersionException if a newer release wrote it
   */
  public Watcher decode(byte[] stored) {
    var watcher = avro.decode(stored);
    return new Watcher(
        new Timeline<>(watcher.getTerms().stream().map(WatcherCodec::since).toList()),
        told(watcher));
  }

  private static Since<WatcherTerms> since(WatcherTerms terms) {
    return new Since<>(Millis.toInstant(terms.getFrom()), terms);
  }

  private static ToldList told(io.clausestream.schema.state.Watcher watcher) {
    if (!watcher.getToldIds().hasRemaining()) {
      return ToldList.NONE;
    }
    List<String> ids =
        PackedIds.unpack(OperatorIds.STATE_WATCHERS, watcher.getToldIds(), ToldList.MOST);
    List<Told> told = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      Instant at = Millis.toInstant(watcher.getToldAt().getLong(i * Long.BYTES));
      told.add(new Told(ids.get(i), at, watcher.getToldBy().get(i) == 1));
    }
    return new ToldList(told);
  }
}
