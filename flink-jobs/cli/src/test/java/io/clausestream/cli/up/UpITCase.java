package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine in one process, twice on one folder. */
class UpITCase {

  @TempDir private Path temporary;

  @Test
  @Timeout(300)
  void theFirstStartFeedsTheSampleAndALaterOneGoesOn() throws Exception {
    Path folder = temporary.resolve("data with a space");

    UpRun first = UpRun.start(folder);
    first.await("alerts are above");
    List<String> alerts = ids(folder, TopicCatalogue.ALERTS);
    List<String> fetches = ids(folder, TopicCatalogue.PAGE_FETCHES);
    assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
    assertThat(fetches).hasSizeGreaterThan(alerts.size()).doesNotHaveDuplicates();
    assertThat(first.alerts()).isEqualTo(alerts.size());
    assertThat(changes(folder)).hasSize(alerts.size());
    assertThat(first.stop()).isEqualTo(ExitCode.OK);
    assertThat(first.text()).contains("begins anew");
    assertThat(folder.resolve("run.properties")).doesNotExist();

    UpRun second = UpRun.start(folder);
    second.await("Waiting for page fetches");
    TimeUnit.SECONDS.sleep(4);
    assertThat(second.text()).contains("goes on from checkpoint");
    assertThat(second.alerts()).isZero();
    assertThat(ids(folder, TopicCatalogue.ALERTS)).isEqualTo(alerts);
    assertThat(ids(folder, TopicCatalogue.PAGE_FETCHES)).isEqualTo(fetches);
    assertThat(second.stop()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("subscriptions.yaml")).isRegularFile();
  }

  private static List<String> ids(Path folder, TopicSpec topic) {
    KafkaConnection broker = KafkaConnection.of(RunProperties.read(folder).bootstrapServers());
    return CommittedReader.readAll(broker, topic.name()).stream().map(UpITCase::id).toList();
  }

  private static String id(KafkaRecord record) {
    return new String(record.headers().get("ce_id"), StandardCharsets.UTF_8);
  }

  private static List<String> changes(Path folder) {
    StringWriter out = new StringWriter();
    int code =
        Clausestream.commandLine(new PrintWriter(out), new PrintWriter(new StringWriter()))
            .execute("changes", "--data-dir", folder.toString(), "--format", "jsonl");
    assertThat(code).isEqualTo(ExitCode.OK);
    return out.toString().lines().toList();
  }
}
