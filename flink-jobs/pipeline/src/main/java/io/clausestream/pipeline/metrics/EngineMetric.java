package io.clausestream.pipeline.metrics;

import io.clausestream.pipeline.Stage;
import java.util.Optional;

/**
 * Every metric of the engine. One scheme names all: the word of the stage, then, where a metric is
 * split, the label and its value, then the name. Names are for ever, as dashboards hold them.
 */
public enum EngineMetric {
  /** Fetches read. */
  PAGE_EVENTS(
      Stage.PAGE, "", "events", Type.COUNTER, "Fetches read, those that are refused among them."),
  /** Refused by the stage page. */
  PAGE_DEAD_LETTERS(
      Stage.PAGE,
      "reason",
      "deadLetters",
      Type.COUNTER,
      "Fetches refused because the event is no good, by reason of the dead letter."),
  /** Pages that became text. */
  CANONICAL_EVENTS(
      Stage.CANONICAL, "", "events", Type.COUNTER, "Fetches that became canonical text."),
  /** Parses that were spared. */
  CANONICAL_CACHE_HITS(
      Stage.CANONICAL,
      "",
      "cacheHits",
      Type.COUNTER,
      "Fetches whose bytes were seen lately, so that they were not parsed again."),
  /** Parses that were not. */
  CANONICAL_CACHE_MISSES(
      Stage.CANONICAL, "", "cacheMisses", Type.COUNTER, "Fetches that had to be parsed."),
  /** Refused by the stage canonical. */
  CANONICAL_DEAD_LETTERS(
      Stage.CANONICAL,
      "reason",
      "deadLetters",
      Type.COUNTER,
      "Fetches refused because the page cannot be made text, by reason of the dead letter."),
  /** Bad captures. */
  QUALITY_BAD_CAPTURES(
      Stage.QUALITY,
      "reason",
      "badCaptures",
      Type.COUNTER,
      "Captures that do not show the document, by the evidence that decided it."),
  /** Verdicts. */
  CHANGE_VERDICTS(
      Stage.CHANGE,
      "verdict",
      "fetches",
      Type.COUNTER,
      "Fetches by verdict. One that waits for confirmation has none yet."),
  /** Suppressed differences. */
  CHANGE_SUPPRESSED(
      Stage.CHANGE,
      "reason",
      "suppressed",
      Type.COUNTER,
      "Fetches that differed and did not alert, by reason of the suppression."),
  /** Refused by the stage change. */
  CHANGE_DEAD_LETTERS(
      Stage.CHANGE,
      "reason",
      "deadLetters",
      Type.COUNTER,
      "Fetches that our own code failed on, by reason of the dead letter."),
  /** Health of sources. */
  CHANGE_SOURCES(
      Stage.CHANGE,
      "status",
      "sources",
      Type.COUNTER,
      "Times that a source became unavailable, or recovered."),
  /** Changes. */
  SEVERITY_CHANGES(
      Stage.SEVERITY, "severity", "changes", Type.COUNTER, "Changes found, by severity."),
  /** Counts across platforms. */
  PREVALENCE_DAYS(
      Stage.PREVALENCE,
      "",
      "days",
      Type.COUNTER,
      "Records of a category at the end of a UTC day; days that tell nothing new have none."),
  /** Movements. */
  PREVALENCE_MOVEMENTS(
      Stage.PREVALENCE,
      "direction",
      "movements",
      Type.COUNTER,
      "Times that several platforms moved one category in one direction, by direction."),
  /** What came when its day had ended. */
  PREVALENCE_LATE(
      Stage.PREVALENCE,
      "",
      "late",
      Type.COUNTER,
      "Readings and moves that came when the record of their day was out, and count on the first"
          + " day that has not ended."),
  /** Admitted terms. */
  SUBSCRIPTION_ADMITTED(
      Stage.SUBSCRIPTION,
      "",
      "admitted",
      Type.COUNTER,
      "Requests of subscribers that were admitted."),
  /** Refused terms. */
  SUBSCRIPTION_REFUSED(
      Stage.SUBSCRIPTION,
      "reason",
      "refused",
      Type.COUNTER,
      "Requests of subscribers that were refused, by reason of the refusal."),
  /** Subscribers who were forgotten. */
  SUBSCRIPTION_FORGOTTEN(
      Stage.SUBSCRIPTION,
      "",
      "forgotten",
      Type.COUNTER,
      "Requests to forget a subscriber that were granted."),
  /** Terms. */
  SUBSCRIPTION_TERMS(
      Stage.SUBSCRIPTION,
      "",
      "terms",
      Type.COUNTER,
      "Terms of subscribers that went to the platforms they name."),
  /** Records that are no terms. */
  SUBSCRIPTION_UNUSABLE(
      Stage.SUBSCRIPTION,
      "",
      "unusable",
      Type.COUNTER,
      "Records of the topic subscriptions that could not be used and changed nothing: none, unless"
          + " somebody else than the job writes there."),
  /** Alerts. */
  ALERT_ALERTS(
      Stage.ALERT,
      "severity",
      "alerts",
      Type.COUNTER,
      "Alerts, one a subscriber and change, by severity."),
  /** Time from fetch to alert. */
  ALERT_LATENCY(
      Stage.ALERT,
      "",
      "latencyMillis",
      Type.HISTOGRAM,
      "Milliseconds from the fetch that first held the new text until its alert, of the last"
          + " 1,024 alerts, live fetches only. A change that waited for confirmation counts with"
          + " its wait; until the alert shows, the checkpoint interval comes on top."),
  /** The same by severity. */
  ALERT_SEVERITY_LATENCY(
      Stage.ALERT,
      "severity",
      "latencyMillis",
      Type.HISTOGRAM,
      "The same of the last 1,024 alerts of a severity."),
  /** Alerts that missed the objective. */
  ALERT_LATE(
      Stage.ALERT,
      "severity",
      "late",
      Type.COUNTER,
      "Alerts of live fetches that took longer than clausestream.alert.objective, by severity and"
          + " by the clock of the machine. The topic late-alerts names those that were late by the"
          + " time of the fetches."),
  /** Alerts taken back. */
  ALERT_RETRACTIONS(Stage.ALERT, "", "retractions", Type.COUNTER, "Alerts that were taken back."),
  /** Weeks told. */
  DIGEST_DIGESTS(
      Stage.DIGEST,
      "",
      "digests",
      Type.COUNTER,
      "Digests, one a subscriber and week; weeks without changes have none."),
  /** What came when its week was cut. */
  DIGEST_LATE(
      Stage.DIGEST,
      "",
      "late",
      Type.COUNTER,
      "Changes that came when the digest of their week was out, and stand in the next.");

  /** What kind of metric it is. */
  public enum Type {
    /** It only grows while the job runs. */
    COUNTER,
    /** A distribution of values. */
    HISTOGRAM
  }

  private static final String FLINK_PREFIX = "flink_taskmanager_job_task_operator_";

  private final Stage stage;
  private final String label;
  private final String id;
  private final Type type;
  private final String description;

  EngineMetric(Stage stage, String label, String id, Type type, String description) {
    this.stage = stage;
    this.label = label;
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /** The stage that it tells of. */
  public Stage stage() {
    return stage;
  }

  /** By what it is split, if it is. */
  public Optional<String> label() {
    return label.isEmpty() ? Optional.empty() : Optional.of(label);
  }

  /** Its last word. */
  public String id() {
    return id;
  }

  /** What kind of metric it is. */
  public Type type() {
    return type;
  }

  /** What it tells, with units. */
  public String description() {
    return description;
  }

  /** Its name in Flink's web pages, behind the name of the operator. */
  public String flinkName() {
    return stage.word() + "." + label().map(name -> name + ".<" + name + ">.").orElse("") + id;
  }

  /** Its name for Prometheus; the label is a label there. */
  public String prometheusName() {
    return FLINK_PREFIX + stage.word() + "_" + label().map(name -> name + "_").orElse("") + id;
  }
}
