package io.clausestream.pipeline.metrics;

import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.quality.EvidenceCode;
import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.Severity;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.MetricGroup;

/** Counts what the detector finds. One thread. */
public final class VerdictMetrics implements DetectionListener {

  private static final String FIRST = "FIRST";
  private static final String VERIFIED = "VERIFIED";
  private static final String CHANGED = "CHANGED";

  private final LabelledCounters verdicts;
  private final LabelledCounters suppressed;
  private final LabelledCounters badCaptures;
  private final LabelledCounters deadLetters;
  private final LabelledCounters sources;
  private final LabelledCounters changes;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   * @param refusals codes of its dead letters
   */
  public VerdictMetrics(MetricGroup operator, List<String> refusals) {
    StageMetrics metrics = new StageMetrics(operator);
    verdicts = metrics.counters(EngineMetric.CHANGE_VERDICTS, verdicts());
    suppressed =
        metrics.counters(EngineMetric.CHANGE_SUPPRESSED, names(SuppressionReason.values()));
    badCaptures = metrics.counters(EngineMetric.QUALITY_BAD_CAPTURES, names(EvidenceCode.values()));
    deadLetters = metrics.counters(EngineMetric.CHANGE_DEAD_LETTERS, refusals);
    sources =
        metrics.counters(EngineMetric.CHANGE_SOURCES, names(Finding.HealthChanged.Status.values()));
    changes = metrics.counters(EngineMetric.SEVERITY_CHANGES, names(Severity.values()));
  }

  /**
   * A fetch was refused.
   *
   * @param reason code of the dead letter
   */
  public void refused(String reason) {
    deadLetters.count(reason);
  }

  private static List<String> verdicts() {
    List<String> all = new ArrayList<>(List.of(FIRST, VERIFIED, CHANGED));
    all.addAll(names(Finding.Suppressed.Cause.values()));
    return all;
  }

  private static List<String> names(Enum<?>[] values) {
    return LabelledCounters.names(values);
  }

  @Override
  public void verified(Finding.Verified found) {
    verdicts.count(found.first() ? FIRST : VERIFIED);
  }

  @Override
  public void suppressed(Finding.Suppressed found) {
    verdicts.count(found.cause().name());
    switch (found.cause()) {
      case SUPPRESSED -> suppressed.count(found.reason());
      case BAD_CAPTURE -> badCaptures.count(found.reason());
      case DUPLICATE, LATE -> {}
    }
  }

  @Override
  public void changed(PageChange found) {
    verdicts.count(CHANGED);
    changes.count(found.assessment().severity().name());
  }

  @Override
  public void healthChanged(Finding.HealthChanged found) {
    sources.count(found.status().name());
  }
}
