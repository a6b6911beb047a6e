package io.clausestream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a job while it runs: terms from the topic, one alert taken back. */
class AlertsITCase {

  private static final String PLATFORM = "Example";

  @TempDir Path folder;

  @Test
  void whoWatchesIsToldAndWhatWasWrongIsTakenBack() throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      system.feed(List.of(page(now.minusSeconds(3), 30), page(now.minusSeconds(2), 90)));
      system.awaitVerdicts(2);
      // After the change, and in force when it was detected: whichever comes second tells.
      system.send(List.of(terms("ada", now.minusSeconds(60)), terms("bo", now)));
      LiveSystem.await("the alert of ada", () -> alertsOf(system, "ada").size() == 1);
      LiveSystem.await("the alert of you", () -> alertsOf(system, "you").size() == 1);
      Alert alert = alertsOf(system, "ada").get(0);

      assertThat(run(system, ExitCode.OK, "alerts", "list", "--subscriber", "ada"))
          .contains(alert.getAlertId());
      assertThat(run(system, ExitCode.OK, "alerts", "show", alert.getAlertId()))
          .contains("subscriber  ada");
      assertThat(retract(system, ExitCode.OK, alert.getAlertId())).contains("2 alerts taken back");
      assertThat(retract(system, ExitCode.DIFFERS, alert.getChange().getChangeId()))
          .contains("refused ALREADY_CORRECTED");

      assertThat(alertsOf(system, "ada"))
          .extracting(Alert::getRetracts)
          .containsExactly(null, alert.getAlertId());
      assertThat(alertsOf(system, "ada").get(1).getAlertId())
          .isEqualTo(ContentId.retraction(alert.getAlertId()));
      assertThat(alertsOf(system, "bo")).isEmpty();
      assertThat(system.read(TopicCatalogue.REFUSALS, Refusal.class)).hasSize(1);
      assertThat(system.deadLetters()).isEmpty();
    }
  }

  private static String retract(LiveSystem system, int expected, String id) {
    return run(system, expected, "alerts", "retract", id, "--reason", "The page was a test.");
  }

  private static List<Alert> alertsOf(LiveSystem system, String subscriber) {
    return system.alerts().stream()
        .filter(alert -> alert.getSubscriberId().equals(subscriber))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> terms(String subscriber, Instant validFrom) {
    byte[] value =
        TestSubscriptions.given(
            new Subscription(
                subscriber, Terms.of("monitor", Interest.in(Set.of(PLATFORM))), true, validFrom));
    return new ProducerRecord<>(
        TopicCatalogue.SUBSCRIPTIONS.name(), subscriber.getBytes(UTF_8), value);
  }

  private static FetchedPage page(Instant at, int days) {
    return TestHistory.page(
        PLATFORM,
        "Privacy Policy",
        at,
        TestHistory.html("Privacy", 0).replace("term aa", days + " days"));
  }

  private static String run(LiveSystem system, int expected, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--bootstrap-servers";
    all[arguments.length + 1] = system.bootstrapServers();
    int code = Clausestream.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(all);
    assertThat(code).as(out + " " + err).isEqualTo(expected);
    return out.toString();
  }
}
