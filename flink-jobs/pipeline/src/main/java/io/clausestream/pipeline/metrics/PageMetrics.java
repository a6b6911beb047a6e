package io.clausestream.pipeline.metrics;

import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts the events, and those that are refused. One thread. */
public final class PageMetrics {

  private final Counter events;
  private final Counter canonical;
  private final Counter cacheHits;
  private final Counter cacheMisses;
  private final LabelledCounters pageDeadLetters;
  private final LabelledCounters canonicalDeadLetters;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   * @param furtherReasons codes of dead letters beside {@link RejectionReason}
   */
  public PageMetrics(MetricGroup operator, List<String> furtherReasons) {
    StageMetrics metrics = new StageMetrics(operator);
    List<String> reasons = new ArrayList<>(LabelledCounters.names(RejectionReason.values()));
    reasons.addAll(furtherReasons);
    this.events = metrics.counter(EngineMetric.PAGE_EVENTS);
    this.canonical = metrics.counter(EngineMetric.CANONICAL_EVENTS);
    this.cacheHits = metrics.counter(EngineMetric.CANONICAL_CACHE_HITS);
    this.cacheMisses = metrics.counter(EngineMetric.CANONICAL_CACHE_MISSES);
    this.pageDeadLetters = metrics.counters(EngineMetric.PAGE_DEAD_LETTERS, reasons);
    this.canonicalDeadLetters = metrics.counters(EngineMetric.CANONICAL_DEAD_LETTERS, reasons);
  }

  /** An event was read. */
  public void read() {
    events.inc();
  }

  /** Its content was looked up among those seen lately. */
  public void lookedUp(boolean found) {
    (found ? cacheHits : cacheMisses).inc();
  }

  /** It became canonical text. */
  public void canonicalized() {
    canonical.inc();
  }

  /**
   * It was refused.
   *
   * @param stage word of the stage that refused it
   * @param reason code of the dead letter
   */
  public void refused(String stage, String reason) {
    (stage.equals(Stage.CANONICAL.word()) ? canonicalDeadLetters : pageDeadLetters).count(reason);
  }
}
