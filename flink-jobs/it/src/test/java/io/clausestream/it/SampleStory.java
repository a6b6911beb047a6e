package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A short life of an engine that leaves something in each of its states: two platforms, three
 * documents, changes, an answer without a document, subscribers, a correction, a published version
 * of the rules. The captures that come next are told rightly only by who remembers it.
 *
 * @param start when the rules change and the next captures begin
 */
record SampleStory(Instant start) {

  /** How many alerts the next captures lead to. */
  static final int ALERTS = 3;

  private static final String POLICY = "Privacy Policy";
  private static final String TERMS = "Terms of Service";

  /** The captures that lead to the savepoint. */
  List<ProducerRecord<byte[], byte[]>> before() {
    Instant first = start.minus(Duration.ofDays(3));
    return List.of(
        capture("Marrowby", POLICY, first, 30, 0),
        capture("Marrowby", TERMS, first.plusSeconds(1), 10, 0),
        capture("Quillstead", POLICY, first.plusSeconds(2), 7, 0),
        capture("Marrowby", POLICY, first.plus(Duration.ofHours(24)), 60, 1),
        capture("Marrowby", TERMS, first.plus(Duration.ofHours(25)), 10, 1),
        blank("Quillstead", POLICY, first.plus(Duration.ofHours(26))),
        capture("Quillstead", POLICY, first.plus(Duration.ofHours(48)), 14, 2));
  }

  /** The captures after it: an equal text, two other ones, one that was there before, a repeat. */
  List<ProducerRecord<byte[], byte[]>> next() {
    return List.of(
        capture("Marrowby", POLICY, start.plusSeconds(1), 60, 3),
        capture("Marrowby", TERMS, start.plusSeconds(2), 20, 3),
        capture("Quillstead", POLICY, start.plusSeconds(3), 21, 3),
        capture("Quillstead", POLICY, start.plusSeconds(4), 7, 4),
        capture("Marrowby", TERMS, start.plusSeconds(2), 20, 3));
  }

  /** Plays all that leads to the savepoint on a system that has its subscriber "you". */
  void play(LiveSystem system, Path folder) throws Exception {
    run(system, "subscribe", "ada", "--plan", "monitor", "--platform", "Marrowby");
    system.send(before().subList(0, 3));
    LiveSystem.await("the first versions", () -> verified(system) == 3);
    system.send(before().subList(3, before().size()));
    system.awaitVerdicts(before().size());
    LiveSystem.await("the alerts", () -> system.alerts().size() == 2);
    run(
        system,
        "alerts",
        "retract",
        system.alerts().get(0).getAlertId(),
        "--reason",
        "The page was a test.");
    LiveSystem.await(
        "the correction",
        () ->
            system.read(TopicCatalogue.ALERT_CORRECTIONS, AlertCorrection.class).size() == 1
                && system.alerts().stream().anyMatch(alert -> alert.getRetracts() != null));
    Path rules =
        Files.writeString(folder.resolve("rules.yaml"), PublishedRulesITCase.text("2", start));
    run(system, "rules", "publish", rules.toString());
  }

  private static long verified(LiveSystem system) {
    return system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class).size();
  }

  private static ProducerRecord<byte[], byte[]> capture(
      String platform, String type, Instant at, int days, int visitor) {
    String html =
        TestHistory.html(platform + " " + type, visitor).replace("term aa", days + " days");
    return record(TestHistory.page(platform, type, at, html));
  }

  private static ProducerRecord<byte[], byte[]> blank(String platform, String type, Instant at) {
    return record(
        TestHistory.page(platform, type, at, "<title>Loading</title><p>Please wait ...</p>"));
  }

  private static ProducerRecord<byte[], byte[]> record(FetchedPage page) {
    page.setOrigin(Origin.LIVE);
    return new ProducerRecord<>(
        TopicCatalogue.PAGE_FETCHES.name(),
        null,
        page.getFetchedAt().toEpochMilli(),
        page.getPlatform().getBytes(StandardCharsets.UTF_8),
        WireCodec.of(FetchedPage.class).encode(page));
  }

  private static void run(LiveSystem system, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--bootstrap-servers";
    all[arguments.length + 1] = system.bootstrapServers();
    int code = Clausestream.commandLine(printer, printer).execute(all);
    assertThat(code).as(out.toString()).isEqualTo(ExitCode.OK);
  }
}
