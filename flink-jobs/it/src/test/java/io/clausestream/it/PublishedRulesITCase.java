package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are published to a job while it runs. */
class PublishedRulesITCase {

  private static final String TYPE = "Privacy Policy";

  @TempDir Path folder;

  @Test
  void thePublishedVersionAssessesTheNextChangeAndABadOneIsRefused() throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      // Beyond the guard time, and no further than a crawler's clock may be ahead.
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofMinutes(20));
      system.feed(List.of(page(now.minusSeconds(2), 30), page(now.minusSeconds(1), 60)));
      system.awaitVerdicts(2);

      assertThat(publish(system, "2", now, ExitCode.OK)).startsWith("admitted governance@2");
      system.feed(List.of(page(now, 90)));
      system.awaitVerdicts(3);
      assertThat(changes(system))
          .extracting(PageChange::getRuleSetVersion)
          .containsExactly("1", "2");
      assertThat(changes(system).get(1).getCategories()).containsExactly("days-of-two");

      assertThat(publish(system, "3", now, ExitCode.DIFFERS)).startsWith("refused BEFORE_NEWEST");
      assertThat(publish(system, "2", now, ExitCode.OK)).contains("was admitted before");
      assertThat(system.read(TopicCatalogue.REFUSALS, Refusal.class))
          .extracting(Refusal::getSubject)
          .containsExactly("governance@3");
      assertThat(system.read(TopicCatalogue.RULES, Rule.class)).hasSize(1);
      assertThat(run(ExitCode.OK, "rules", "list", servers(), system.bootstrapServers()))
          .contains("governance@2");
      assertThat(
              run(
                  ExitCode.OK,
                  "rules",
                  "show",
                  "governance@2",
                  servers(),
                  system.bootstrapServers()))
          .isEqualTo(text("2", now));
      assertThat(
              run(
                  ExitCode.DIFFERS,
                  "rules",
                  "diff",
                  "shipped",
                  "governance@2",
                  servers(),
                  system.bootstrapServers()))
          .contains("+ statement 'says.days'");

      system.feed(List.of(page(now.plusSeconds(1), 120)));
      system.awaitVerdicts(4);
      assertThat(system.ledger().law(4).holds()).isTrue();
      assertThat(system.deadLetters()).isEmpty();
    }
  }

  private static FetchedPage page(Instant at, int days) {
    return TestHistory.page(
        "Example", TYPE, at, TestHistory.html("Privacy", 0).replace("term aa", days + " days"));
  }

  private static List<PageChange> changes(LiveSystem system) {
    return system.read(TopicCatalogue.PAGE_CHANGES, PageChange.class);
  }

  private String publish(LiveSystem system, String version, Instant from, int expected)
      throws Exception {
    Path file =
        Files.writeString(folder.resolve("rules-" + version + ".yaml"), text(version, from));
    return run(expected, "rules", "publish", file.toString(), servers(), system.bootstrapServers());
  }

  private static String servers() {
    return "--bootstrap-servers";
  }

  /** A version of the rules that knows days and nothing else. */
  static String text(String version, Instant from) {
    return """
        id: governance
        version: "%s"
        effectiveFrom: "%s"
        categories:
          - {id: days-of-two, name: days, weight: high, words: {en: ["days"]}}
        statements:
          - id: says.days
            category: days-of-two
            serves: platform
            level: high
            says: names a number of days
            words: {en: ["days"]}
        signals: {en: {negation: ["not"]}}
        """
        .formatted(version, from);
  }

  private static String run(int expected, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Clausestream.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    assertThat(code).as(out + " " + err).isEqualTo(expected);
    return out.toString();
  }
}
