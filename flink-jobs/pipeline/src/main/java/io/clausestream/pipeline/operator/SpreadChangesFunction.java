package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.alert.AlertMemory;
import io.clausestream.core.alert.Correction;
import io.clausestream.core.alert.Correction.Known;
import io.clausestream.core.subscription.Interest;
import io.clausestream.pipeline.state.RecentChange;
import io.clausestream.pipeline.state.RecentChanges;
import io.clausestream.pipeline.state.SweepTimer;
import io.clausestream.pipeline.wire.CorrectionMapper;
import io.clausestream.pipeline.wire.PackedChange;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.pipeline.wire.SpreadChange;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stage alert, keyed by platform: sends each change to the buckets of the subscribers, and behind
 * it that it was told wrongly, if somebody says so. Each correction has one answer: it is sent on,
 * or refused to {@link SideOutputs#REFUSALS}. One that comes before its change is refused.
 */
public final class SpreadChangesFunction
    extends KeyedCoProcessFunction<String, PageChange, KafkaRecord, SpreadChange> {

  private static final long serialVersionUID = 1;

  /** About how many changes of a platform can be corrected while time stands still. */
  static final int MOST = 512;

  private final boolean subscribed;
  private transient @Nullable Opened opened;

  private record Opened(
      PackedChange packer,
      WireCodec<AlertCorrection> corrections,
      RecentChanges recent,
      SweepTimer sweep) {}

  /** Spreads changes to all buckets, or to none where nobody can subscribe. */
  public SpreadChangesFunction(AlertRules rules) {
    this.subscribed = rules.subscribed();
  }

  /** The key of a correction: that of its record, empty where it has none. */
  public static String key(KafkaRecord record) {
    return RefusalMapper.key(record);
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new PackedChange(),
            WireCodec.of(AlertCorrection.class),
            new RecentChanges(getRuntimeContext()),
            new SweepTimer(getRuntimeContext()));
  }

  @Override
  public void processElement1(PageChange change, Context context, Collector<SpreadChange> out)
      throws Exception {
    if (!subscribed) {
      return;
    }
    byte[] packed = opened().packer().pack(change);
    Instant detectedAt = change.getDetectedAt();
    for (String key : keys(change.getPlatform())) {
      out.collect(
          new SpreadChange(key, change.getChangeId(), detectedAt.toEpochMilli(), packed, 0, null));
    }
    if (opened().recent().get(change.getChangeId()) == null) {
      RecentChange recent = new RecentChange(detectedAt, false, Set.of(), packed);
      opened().recent().add(change.getChangeId(), recent, MOST);
      opened().sweep().by(detectedAt.plus(AlertMemory.TOLD), context.timerService());
    }
  }

  @Override
  public void processElement2(KafkaRecord record, Context context, Collector<SpreadChange> out)
      throws Exception {
    Optional<AlertCorrection> correction =
        DecodedRequest.of(
            record,
            opened().corrections(),
            (reason, detail) -> refuse(record, null, reason, detail, context));
    if (correction.isPresent()) {
      correct(record, correction.get(), context, out);
    }
  }

  private void correct(
      KafkaRecord record, AlertCorrection wire, Context context, Collector<SpreadChange> out)
      throws Exception {
    Correction correction = CorrectionMapper.toCore(wire, record);
    RecentChange change = opened().recent().get(wire.getChangeId());
    Optional<Correction.Refusal> refusal =
        correction.fault().or(() -> correction.refusal(known(change)));
    if (refusal.isPresent()) {
      refuse(record, wire, refusal.get().reason().name(), refusal.get().detail(), context);
      return;
    }
    Objects.requireNonNull(change, "known");
    byte[] packed = Objects.requireNonNull(change.change(), "kept until it is corrected");
    for (String key : keys(wire.getPlatform())) {
      out.collect(
          new SpreadChange(
              key,
              wire.getChangeId(),
              change.detectedAt().toEpochMilli(),
              packed,
              Math.max(0, record.timestamp()),
              wire.getReason().strip()));
    }
    opened().recent().update(wire.getChangeId(), change.asCorrected());
  }

  private static Known known(@Nullable RecentChange change) {
    if (change == null) {
      return Known.NO;
    }
    return change.corrected() ? Known.CORRECTED : Known.YES;
  }

  /** Who watches all platforms has buckets of his own. */
  private static List<String> keys(String platform) {
    List<String> keys = new ArrayList<>(Buckets.keys(platform));
    keys.addAll(Buckets.keys(Interest.ALL));
    return keys;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SpreadChange> out)
      throws Exception {
    Instant watermark = Instant.ofEpochMilli(context.timerService().currentWatermark());
    opened().sweep().fired(opened().recent().forget(watermark, false), context.timerService());
  }

  private static void refuse(
      KafkaRecord record,
      @Nullable AlertCorrection wire,
      String reason,
      String detail,
      Context context) {
    context.output(SideOutputs.REFUSALS, RefusalMapper.ofCorrections(record, wire, reason, detail));
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
