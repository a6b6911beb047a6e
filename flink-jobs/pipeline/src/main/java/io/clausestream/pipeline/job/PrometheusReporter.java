package io.clausestream.pipeline.job;

import io.clausestream.pipeline.options.MetricsOptions;
import org.apache.flink.configuration.Configuration;

/** Flink's reporter to Prometheus, which belongs to a cluster, not to a job. */
public final class PrometheusReporter {

  private static final String FACTORY_SUFFIX = ".factory.class";

  /** Key of the class that makes the reporter. */
  public static final String FACTORY_KEY = "metrics.reporter.prometheus.factory.class";

  /** The class that makes it, of flink-metrics-prometheus. */
  public static final String FACTORY =
      "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

  /** Key of its port, or range of ports. */
  public static final String PORT_KEY = "metrics.reporter.prometheus.port";

  private PrometheusReporter() {}

  /** The settings of a cluster, with the reporter if {@link MetricsOptions} ask for it. */
  public static Configuration addTo(Configuration cluster) {
    Configuration conf = new Configuration(cluster);
    conf.getOptional(MetricsOptions.PROMETHEUS_PORT)
        .ifPresent(
            port -> {
              conf.setString(FACTORY_KEY, FACTORY);
              conf.setString(PORT_KEY, Integer.toString(port));
            });
    return conf;
  }

  /** Whether a cluster has the reporter, under any name. */
  static boolean isIn(Configuration cluster) {
    return cluster.toMap().entrySet().stream()
        .anyMatch(
            setting ->
                setting.getKey().endsWith(FACTORY_SUFFIX) && setting.getValue().equals(FACTORY));
  }
}
