package io.clausestream.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        clausestream:
          kafka:
            group-id: of the file
            properties: {sasl.jaas.config: 'password="hunter2"'}
        taskmanager.numberOfTaskSlots: 4
        """);
  }

  @Test
  void everySettingIsToldWithWhereItComesFrom() {
    assertThat(run("--for", "job", "--config", folder.toString(), "-D", "parallelism.default=2"))
        .isEqualTo(ExitCode.OK);

    assertThat(lines())
        .contains(
            "clausestream.kafka.group-id: of the file # file '"
                + folder.resolve("config.yaml")
                + "'",
            "clausestream.kafka.transaction-timeout: 7 d # default",
            "# clausestream.subscription.plans-file: # not set",
            "execution.checkpointing.interval: 10 s # default of the job",
            "parallelism.default: 2 # argument -D parallelism.default");
    assertThat(out.toString()).contains("properties.sasl.jaas.config: '******'", "JAVA_HOME");
    assertThat(out.toString()).doesNotContain("hunter2");
  }

  @Test
  void theSettingsOfUpAreThoseThatUpRunsWith() {
    assertThat(run("--data-dir", folder.toString())).isEqualTo(ExitCode.OK);

    assertThat(lines())
        .contains(
            "parallelism.default: 1 # default of up",
            "execution.checkpointing.interval: 1 s # default of up");
  }

  @Test
  void forProgramsEachSettingIsAnObject() {
    assertThat(run("--for", "job", "--format", "jsonl", "--config", folder.toString()))
        .isEqualTo(ExitCode.OK);

    assertThat(out.toString().lines())
        .contains(
            "{\"key\":\"clausestream.kafka.longest-outage\",\"value\":\"3 d\","
                + "\"origin\":\"DEFAULT\",\"where\":\"\",\"secret\":false}",
            "{\"key\":\"clausestream.kafka.properties.sasl.jaas.config\",\"value\":\"******\","
                + "\"origin\":\"FILE\",\"where\":\""
                + folder.resolve("config.yaml")
                + "\",\"secret\":true}");
    assertThat(out.toString()).doesNotContain("hunter2");
  }

  @Test
  void whatIsWrongIsToldInOneLine() {
    assertThat(run("-D", "clausestream.kafka.groupid=x")).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("'clausestream.kafka.groupid'", "did you mean 'clausestream.kafka.group-id'?");
  }

  @Test
  void whatUpSettlesItselfIsRefused() {
    assertThat(run("-D", "clausestream.kafka.bootstrap-servers=a:1")).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString())
        .contains("'clausestream.kafka.bootstrap-servers'", "its own broker", "--kafka-port");
    assertThat(run("-D", "rest.port=1")).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString()).contains("--web-port");
    assertThat(run("--config", folder.toString())).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString()).contains("properties.sasl.jaas.config").doesNotContain("hunter2");
  }

  /** The lines that were printed, with one space where there are several. */
  private java.util.stream.Stream<String> lines() {
    return out.toString().lines().map(line -> line.replaceAll(" +", " "));
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "config";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(all);
  }
}
