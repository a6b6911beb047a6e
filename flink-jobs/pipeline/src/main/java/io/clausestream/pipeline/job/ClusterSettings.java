package io.clausestream.pipeline.job;

import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.pipeline.settings.SettingOrigin;
import io.clausestream.pipeline.settings.SettingsBuilder;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Checks a job's settings against the cluster that it is sent to. */
final class ClusterSettings {

  private ClusterSettings() {}

  /**
   * Checks that the cluster's own config.yaml has no wrong key of ours, and that it has the
   * reporter that is asked for: a job cannot bring one to a cluster.
   *
   * @param surroundings an environment that was given nothing
   * @param given the job's settings
   * @throws IllegalArgumentException in one line, if it is not so
   */
  static void check(StreamExecutionEnvironment surroundings, Configuration given) {
    Configuration cluster = Configuration.fromMap(surroundings.getConfiguration().toMap());
    SettingOrigin origin = new SettingOrigin(SettingOrigin.Kind.FILE, "config.yaml of the cluster");
    cluster.keySet().forEach(key -> SettingsBuilder.checkKey(key, origin));
    boolean wanted =
        given.getOptional(MetricsOptions.PROMETHEUS_PORT).isPresent()
            || cluster.getOptional(MetricsOptions.PROMETHEUS_PORT).isPresent();
    if (wanted
        && !(surroundings instanceof LocalStreamEnvironment)
        && !PrometheusReporter.isIn(cluster)) {
      throw new IllegalArgumentException(
          MetricsOptions.PROMETHEUS_PORT.key()
              + " is set, but the cluster has no reporter: set "
              + PrometheusReporter.FACTORY_KEY
              + ": "
              + PrometheusReporter.FACTORY
              + " and "
              + PrometheusReporter.PORT_KEY
              + " in its config.yaml, or leave the setting out.");
    }
  }
}
