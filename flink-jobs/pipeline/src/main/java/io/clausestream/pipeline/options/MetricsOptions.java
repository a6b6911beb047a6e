package io.clausestream.pipeline.options;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** How the metrics are seen from outside of Flink. */
public final class MetricsOptions {

  /** The port that Prometheus scrapes. */
  public static final ConfigOption<Integer> PROMETHEUS_PORT =
      ConfigOptions.key("clausestream.metrics.prometheus-port")
          .intType()
          .noDefaultValue()
          .withDescription(
              "Port at which an engine in one process shows its metrics to Prometheus, on all"
                  + " addresses of the machine; 0 for any free one. Without it, Flink's web pages"
                  + " alone show them. On a cluster the reporter belongs to the cluster's own"
                  + " config.yaml; metrics.md says how.");

  private MetricsOptions() {}
}
