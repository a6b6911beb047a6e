package io.clausestream.pipeline.docs;

import static io.clausestream.pipeline.docs.MarkdownTable.code;

import io.clausestream.pipeline.job.PrometheusReporter;
import io.clausestream.pipeline.metrics.EngineMetric;
import io.clausestream.pipeline.options.MetricsOptions;
import java.util.Locale;

/** Writes metrics.md from the metrics themselves. */
final class MetricsPage {

  private static final String HEAD =
      """
      # Metrics

      <!-- Generated from the code; a test fails when it differs. Do not edit: see the end. -->

      One scheme names all: the word of the stage, then, where a metric is split, its label and the
      label's value, then the name: `page.events`, `change.reason.MOVED_BLOCKS.suppressed`. For
      Prometheus the label is a label: `change_reason_suppressed{reason="MOVED_BLOCKS"}`, behind
      Flink's own prefix and with Flink's own labels (`job_name`, `operator_name`, `subtask_index`).

      Counters begin with zero when the job starts anew; `rate()` and `increase()` know that. The
      series of all known values are there from the start, with zero.

      ## Where to see them

      - **Flink's web pages**: the job, an operator, its tab Metrics.
      - **Prometheus, engine in one process**: `./clausestream up --metrics-port 9249` (or
        `PORT_OPTION`) and scrape `http://127.0.0.1:9249/metrics`: the job's
        metrics, and [those of delivery](delivery.md#metrics). It listens on all addresses of the machine.
      - **Prometheus, a cluster**: the reporter belongs to the cluster. Put `flink-metrics-prometheus`
        into Flink's `plugins/metrics-prometheus/` (Flink's distribution has it there) and in the
        cluster's `config.yaml`:

        ```yaml
        FACTORY_KEY: FACTORY_CLASS
        PORT_KEY: 9249-9260
        ```

        Each JobManager and TaskManager takes the first free port of the range.

      ## The engine's

      """;

  private static final String TAIL =
      """

      State is measured by RocksDB itself, at no cost to a record: bytes on disk are compressed and
      lag behind by what the memory tables hold.

      ## Questions

      | question | PromQL, without Flink's prefix |
      | --- | --- |
      | Does a page break our code? | `sum(increase(page_reason_deadLetters{reason="INTERNAL"}[1h])) > 0`, and the same with `canonical_` |
      | What share of fetches is bad captures? | `sum(rate(change_verdict_fetches{verdict="BAD_CAPTURE"}[1d])) / sum(rate(page_events[1d]))` |
      | Are alerts there the same day? | `max(alert_latencyMillis{quantile="0.99"}) < 86400000` |
      | How many fetches wait for confirmation? | `sum(page_events) - sum(change_verdict_fetches) - sum(page_reason_deadLetters) - sum(canonical_reason_deadLetters)`, since the job started; below zero by what waited then |

      ## This page

      It is written by `ReferencePagesTest` from `EngineMetric` in `flink-jobs/pipeline`; write it anew
      with

      ```
      ./mvnw test -pl flink-jobs/pipeline -am -Dtest=ReferencePagesTest \\
        -Dsurefire.failIfNoSpecifiedTests=false -Dclausestream.docs=write
      ```
      """;

  private MetricsPage() {}

  static String render() {
    MarkdownTable table = new MarkdownTable("Flink, Prometheus", "kind", "what");
    for (EngineMetric metric : EngineMetric.values()) {
      table.row(
          code(metric.flinkName()) + "<br>" + code(metric.prometheusName()),
          metric.type().name().toLowerCase(Locale.ROOT),
          metric.description());
    }
    return HEAD.replace("PORT_OPTION", MetricsOptions.PROMETHEUS_PORT.key())
            .replace("FACTORY_KEY", PrometheusReporter.FACTORY_KEY)
            .replace("FACTORY_CLASS", PrometheusReporter.FACTORY)
            .replace("PORT_KEY", PrometheusReporter.PORT_KEY)
        + table
        + flink()
        + jobManager()
        + TAIL;
  }

  private static String flink() {
    MarkdownTable table = new MarkdownTable("Prometheus", "what");
    for (FlinkMetrics metric : FlinkMetrics.values()) {
      table.row(code(metric.id()), metric.description());
    }
    return "\n## Flink's and Kafka's that belong to them\n\nBehind `"
        + FlinkMetrics.PREFIX
        + "`:\n\n"
        + table;
  }

  private static String jobManager() {
    MarkdownTable table = new MarkdownTable("Prometheus", "what");
    for (JobManagerMetrics metric : JobManagerMetrics.values()) {
      table.row(code(metric.id()), metric.description());
    }
    return "\nBehind `" + JobManagerMetrics.PREFIX + "`:\n\n" + table;
  }
}
