package io.clausestream.cli.cluster;

import io.clausestream.cluster.ClusterSpec;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.settings.Setting;
import io.clausestream.pipeline.settings.SettingOrigin;
import io.clausestream.pipeline.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;

/**
 * Settings by whom they are for.
 *
 * @param ofCluster Flink's, for the config.yaml of the cluster
 * @param arguments the engine's own, for the job
 */
record ClusterSettings(Configuration ofCluster, List<String> arguments) {

  private static final String OURS = "clausestream.";

  static ClusterSettings of(Settings settings, ClusterSpec spec, KafkaConnection broker) {
    Configuration flink = new Configuration();
    List<String> arguments = new ArrayList<>();
    for (Setting setting : settings.set()) {
      if (!setting.key().startsWith(OURS)) {
        flink.setString(setting.key(), String.valueOf(setting.value()));
      } else if (!setting.key().equals(KafkaOptions.BOOTSTRAP_SERVERS.key())) {
        arguments.addAll(List.of("--" + setting.key(), String.valueOf(setting.value())));
      }
    }
    arguments.addAll(
        List.of("--" + KafkaOptions.BOOTSTRAP_SERVERS.key(), broker.bootstrapServers()));
    if (!isGiven(settings, CoreOptions.DEFAULT_PARALLELISM.key())) {
      flink.set(CoreOptions.DEFAULT_PARALLELISM, spec.parallelism());
    }
    return new ClusterSettings(flink, List.copyOf(arguments));
  }

  private static boolean isGiven(Settings settings, String key) {
    return settings
        .find(key)
        .filter(setting -> setting.origin().kind() != SettingOrigin.Kind.RUNNER)
        .isPresent();
  }
}
