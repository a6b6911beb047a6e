package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.AlertMemory;
import io.clausestream.core.alert.ToldChange;
import io.clausestream.pipeline.metrics.AlertMetrics;
import io.clausestream.pipeline.state.RecentChange;
import io.clausestream.pipeline.state.RecentChanges;
import io.clausestream.pipeline.state.SweepTimer;
import io.clausestream.pipeline.state.ToldList.Told;
import io.clausestream.pipeline.state.Watcher;
import io.clausestream.pipeline.state.Watchers;
import io.clausestream.pipeline.wire.AlertMapper;
import io.clausestream.pipeline.wire.DigestMapper;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.pipeline.wire.LateAlertMapper;
import io.clausestream.pipeline.wire.SpreadChange;
import io.clausestream.pipeline.wire.WatchRoute;
import io.clausestream.pipeline.wire.WatcherMapper;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.state.WatcherTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stages subscription and alert, keyed by the bucket of a platform: one alert for each subscriber
 * whose terms in force when a change was detected match it. Changes wait for terms and terms for
 * changes, so whichever comes second tells. What was told is remembered, so nothing is told twice,
 * and so that it can be taken back.
 */
public final class MatchSubscriptionsFunction
    extends KeyedCoProcessFunction<String, SpreadChange, WatchRoute, Alert> {

  private static final long serialVersionUID = 1;

  /**
   * About how many changes are kept while time stands still. Fewer than half of what is remembered
   * of a watcher, so that none of them is told twice.
   */
  private static final int MOST_KEPT = 512;

  private final Duration objective;
  private transient @Nullable Opened opened;

  private record Opened(
      ChangeReader reader,
      Watchers watchers,
      RecentChanges recent,
      SweepTimer sweep,
      AlertMetrics metrics) {}

  /** Matches the subscriptions of the topic. */
  public MatchSubscriptionsFunction(AlertRules rules) {
    this.objective = rules.objective();
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new ChangeReader(),
            new Watchers(getRuntimeContext()),
            new RecentChanges(getRuntimeContext()),
            new SweepTimer(getRuntimeContext()),
            new AlertMetrics(getRuntimeContext().getMetricGroup(), objective));
  }

  @Override
  public void processElement1(SpreadChange spread, Context context, Collector<Alert> out)
      throws Exception {
    if (spread.correction() != null) {
      correct(spread, spread.correction(), context, out);
    } else if (opened().recent().get(spread.changeId()) == null) {
      ChangeInHand change = opened().reader().read(spread.changeId(), spread.change());
      keep(spread, change, context);
      match(change, context, out);
    }
  }

  private void keep(SpreadChange spread, ChangeInHand change, Context context) throws Exception {
    opened()
        .recent()
        .add(
            spread.changeId(),
            new RecentChange(change.detectedAt(), false, change.told().facts(), spread.change()),
            MOST_KEPT);
    opened().sweep().by(change.detectedAt().plus(AlertMemory.LATE_TERMS), context.timerService());
  }

  private void match(ChangeInHand change, Context context, Collector<Alert> out) throws Exception {
    Map<String, Watcher> matched = new LinkedHashMap<>();
    Map<String, WatcherTerms> terms = new LinkedHashMap<>();
    opened()
        .watchers()
        .forEach(
            (subscriberId, watcher) ->
                inForce(watcher, change)
                    .ifPresent(
                        wants -> {
                          matched.put(subscriberId, watcher);
                          terms.put(subscriberId, wants);
                        }));
    Teller teller = new Teller(opened().recent(), change.told(), new HashMap<>(), Long.MIN_VALUE);
    for (Map.Entry<String, Watcher> entry : matched.entrySet()) {
      WatcherTerms wants = Objects.requireNonNull(terms.get(entry.getKey()));
      Watcher told = tell(change, entry.getKey(), entry.getValue(), wants, teller, context, out);
      opened().watchers().put(entry.getKey(), told);
    }
  }

  /** The terms that want to hear of a change, if those in force when it was detected do. */
  private static Optional<WatcherTerms> inForce(Watcher watcher, ChangeInHand change) {
    return watcher
        .terms()
        .at(change.detectedAt())
        .filter(WatcherTerms::getWatches)
        .filter(terms -> WatcherMapper.wants(terms, change.facts()));
  }

  /**
   * Tells a subscriber of a change, unless it was told; what is known of it then. Terms that come
   * late may add an alert to what the digest alone was to tell.
   */
  private Watcher tell(
      ChangeInHand change,
      String subscriberId,
      Watcher watcher,
      WatcherTerms terms,
      Teller teller,
      Context context,
      Collector<Alert> out)
      throws Exception {
    Optional<Told> before = watcher.told().of(change.changeId());
    if (before.map(told -> told.alert() || !terms.getAlerts()).orElse(false)) {
      return watcher;
    }
    String updates = teller.updates(subscriberId, watcher, terms.getAlerts());
    if (terms.getAlerts()) {
      Alert alert = AlertMapper.toWire(change.wire(), subscriberId, updates);
      opened().metrics().alerted(alert, context.timerService().currentProcessingTime());
      out.collect(alert);
      LateAlertMapper.toWire(alert, teller.toldBy(), objective)
          .ifPresent(late -> context.output(SideOutputs.LATE_ALERTS, late));
    }
    if (terms.getDigest() && before.isEmpty()) {
      context.output(
          SideOutputs.DIGEST_NEWS,
          new DigestNews(
              subscriberId, DigestMapper.entry(change.wire(), subscriberId, updates, null)));
    }
    return watcher.with(new Told(change.changeId(), change.detectedAt(), terms.getAlerts()));
  }

  private void correct(SpreadChange spread, String reason, Context context, Collector<Alert> out)
      throws Exception {
    RecentChange recent = opened().recent().get(spread.changeId());
    if (recent == null || recent.corrected()) {
      return;
    }
    opened().recent().update(spread.changeId(), recent.asCorrected());
    PageChange change = opened().reader().change(spread.changeId(), spread.change());
    Instant correctedAt = Instant.ofEpochMilli(spread.correctedAt());
    opened()
        .watchers()
        .forEach(
            (subscriberId, watcher) ->
                watcher
                    .told()
                    .of(spread.changeId())
                    .ifPresent(
                        told -> {
                          if (told.alert()) {
                            opened().metrics().retracted();
                            out.collect(
                                AlertMapper.retraction(change, subscriberId, correctedAt, reason));
                          }
                          context.output(
                              SideOutputs.DIGEST_NEWS,
                              new DigestNews(
                                  subscriberId,
                                  DigestMapper.entry(change, subscriberId, null, reason)));
                        }));
  }

  @Override
  public void processElement2(WatchRoute route, Context context, Collector<Alert> out)
      throws Exception {
    WatcherTerms terms = route.terms();
    if (terms == null) {
      opened().watchers().remove(route.subscriberId());
      return;
    }
    long watermark = context.timerService().currentWatermark();
    Watcher watcher = opened().watchers().get(route.subscriberId()).with(terms);
    if (watermark != Long.MIN_VALUE) {
      watcher = watcher.at(Instant.ofEpochMilli(watermark));
    }
    watcher = matchLate(route.subscriberId(), watcher, terms, context, out);
    opened().watchers().put(route.subscriberId(), watcher);
    Optional<Instant> over = watcher.forgetsAt();
    if (over.isPresent()) {
      opened().sweep().by(over.get(), context.timerService());
    }
  }

  /** Tells what was detected since the terms hold and came before them. */
  private Watcher matchLate(
      String subscriberId,
      Watcher before,
      WatcherTerms terms,
      Context context,
      Collector<Alert> out)
      throws Exception {
    Instant from = Instant.ofEpochMilli(terms.getFrom());
    if (!terms.getWatches() || opened().recent().isBefore(from)) {
      return before;
    }
    Watcher watcher = before;
    Map<String, Optional<ToldChange>> known = new HashMap<>();
    long watermark = context.timerService().currentWatermark();
    for (RecentChanges.Entry entry : opened().recent().all()) {
      RecentChange recent = entry.change();
      byte[] record = recent.change();
      if (record != null && !recent.detectedAt().isBefore(from)) {
        ChangeInHand change =
            opened().reader().inHand(entry.changeId(), recent.detectedAt(), recent.facts(), record);
        if (inForce(watcher, change).isPresent()) {
          Teller teller = new Teller(opened().recent(), change.told(), known, watermark);
          watcher = tell(change, subscriberId, watcher, terms, teller, context, out);
        }
      }
    }
    return watcher;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    Instant watermark = Instant.ofEpochMilli(context.timerService().currentWatermark());
    Optional<Instant> next =
        Stream.concat(
                opened().recent().forget(watermark, true).stream(),
                opened().watchers().forget(watermark).stream())
            .min(Instant::compareTo);
    opened().sweep().fired(next, context.timerService());
  }

  /** How many records of changes were decoded. */
  long decoded() {
    return opened().reader().decoded();
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
