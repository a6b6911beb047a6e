package io.clausestream.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobArgumentsTest {

  private static final String SERVERS = KafkaOptions.BOOTSTRAP_SERVERS.key();

  @TempDir private Path folder;

  @Test
  void fileEnvironmentAndArgumentsAreReadUnderOnePrecedence() throws Exception {
    Files.writeString(
        folder.resolve("config.yaml"),
        "parallelism.default: 4\nclausestream.kafka: {bootstrap-servers: a:1, group-id: file}\n");

    Settings settings =
        JobArguments.read(
            new String[] {"--" + SERVERS, "c:3", "--config", folder.toString()},
            Map.of("CLAUSESTREAM_KAFKA_BOOTSTRAP_SERVERS", "b:2"));

    var conf = settings.configuration();
    assertThat(conf.get(KafkaOptions.BOOTSTRAP_SERVERS)).isEqualTo("c:3");
    assertThat(conf.get(KafkaOptions.GROUP_ID)).isEqualTo("file");
    assertThat(conf.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(4);
    assertThat(settings.find(SERVERS).orElseThrow().origin().text())
        .isEqualTo("argument --" + SERVERS);
  }

  @Test
  void anArgumentThatIsNoSettingIsRefused() {
    assertThatThrownBy(() -> read("--bootstrap-servers", "a:1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("--bootstrap-servers", "--" + SERVERS + " VALUE");
    assertThatThrownBy(() -> read("--" + SERVERS + "s", "a:1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(SERVERS + "s", "did you mean '" + SERVERS + "'");
    assertThatThrownBy(() -> read("--" + SERVERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--" + SERVERS + " VALUE");
  }

  private static Settings read(String... args) {
    return JobArguments.read(args, Map.of());
  }
}
