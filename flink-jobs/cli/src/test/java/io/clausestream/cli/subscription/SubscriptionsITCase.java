package io.clausestream.cli.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a broker on which no engine runs. */
class SubscriptionsITCase {

  @TempDir private Path folder;

  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void whereNoEngineAnswersTheRequestStandsAndThatIsSaid() throws Exception {
    assertThat(run(ExitCode.MISTAKE, "subscribe", "ada", "--platform", "Marrowby"))
        .contains("no topic 'subscription-requests'");
    try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
      admin.create();
    }

    assertThat(run(ExitCode.OK, "subscriptions", "list"))
        .isEqualToIgnoringNewLines("No subscriptions.");
    assertThat(run(ExitCode.MISTAKE, "subscriptions", "pause", "ada"))
        .contains("no subscription of 'ada'");
    assertThat(
            run(ExitCode.DIFFERS, "subscribe", "ada", "--platform", "Marrowby", "--timeout", "1"))
        .contains("did not answer on 'ada' in 1 s; the request stands");
    assertThat(run(ExitCode.DIFFERS, "subscriptions", "forget", "ada", "--timeout", "1"))
        .contains("did not answer on 'ada' in 1 s");

    List<KafkaRecord> sent =
        CommittedReader.readAll(broker.connection(), TopicCatalogue.SUBSCRIPTION_REQUESTS.name());
    assertThat(sent).extracting(record -> new String(record.key(), UTF_8)).containsOnly("ada");
    assertThat(
            WireCodec.of(SubscriptionRequest.class)
                .decode(sent.get(0).value())
                .getTerms()
                .getPlatforms())
        .containsExactly("Marrowby");
    assertThat(sent.get(1).value()).isNull();
  }

  private String run(int expected, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    int code = Clausestream.commandLine(printer, printer).execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isEqualTo(expected);
    return out.toString();
  }
}
