package io.clausestream.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.cli.console.Palette;
import io.clausestream.cli.console.Terminal;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTextTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");
  private static final String DOCUMENT = "Example/Terms of Service";

  private final StringWriter out = new StringWriter();

  @Test
  void aRunOfTheSameVerdictIsOneLine() {
    List<String> lines =
        print(
            false,
            verified(VerificationStatus.FIRST, 1, 0),
            verified(VerificationStatus.UNCHANGED, 1, 1),
            verified(VerificationStatus.UNCHANGED, 1, 2),
            verified(VerificationStatus.UNCHANGED, 1, 3));

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo("Example / Terms of Service, 4 fetches: 1 first seen, 3 unchanged");
    assertThat(lines.get(3))
        .startsWith("2026-01-06T06:00:00Z")
        .contains("unchanged", "3 times, up to 2026-01-08T06:00:00Z");
  }

  @Test
  void allUnfoldsIt() {
    assertThat(
            print(
                true,
                verified(VerificationStatus.UNCHANGED, 1, 1),
                verified(VerificationStatus.UNCHANGED, 1, 2)))
        .hasSize(4)
        .noneMatch(line -> line.contains("times"));
  }

  @Test
  void anotherReasonOrVersionBeginsAnotherRun() {
    assertThat(
            print(
                false,
                quiet("ERROR_PAGE", 1),
                quiet("ERROR_PAGE", 2),
                quiet("CAPTCHA", 3),
                verified(VerificationStatus.UNCHANGED, 1, 4),
                verified(VerificationStatus.UNCHANGED, 2, 5)))
        .hasSize(7)
        .anyMatch(line -> line.contains("2 times, up to"))
        .anyMatch(line -> line.contains("ERROR_PAGE: because of ERROR_PAGE"));
  }

  @Test
  void aChangeTellsHowSevereItIsWhyAndWhenItWasSure() {
    assertThat(print(false, StoryEvents.of(Records.change())))
        .anyMatch(line -> line.contains("CHANGED") && line.contains("[HIGH] version 2"))
        .anyMatch(line -> line.contains("data-sharing, against the user"))
        .anyMatch(line -> line.contains("why: New: 'will share' binds. (sharing.more)"))
        .anyMatch(line -> line.contains("sure at 2026-01-05T07:00:00Z"))
        .anyMatch(line -> line.contains("change c1"));
  }

  @Test
  void eventsComeInTheOrderInWhichTheyWereSure() {
    List<StoryEvent> events =
        new ArrayList<>(
            List.of(
                verified(VerificationStatus.FIRST, 1, 0),
                quiet("ERROR_PAGE", 1),
                StoryEvents.of(Records.health(HealthStatus.UNAVAILABLE, day(1))),
                StoryEvents.of(Records.health(HealthStatus.RECOVERED, day(2))),
                verified(VerificationStatus.UNCHANGED, 1, 2)));
    List<StoryEvent> expected = List.copyOf(events);
    Collections.reverse(events);

    assertThat(new Story(DOCUMENT, events, day(2), 0).events()).isEqualTo(expected);
  }

  @Test
  void theTextOfAPageCannotRepaintTheTerminal() {
    StoryEvent event =
        StoryEvents.of(Records.suppression(SuppressionVerdict.LATE, "\u001b[2J", day(1)));

    assertThat(print(false, event)).noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void deadLettersThatNameNoDocumentAreTold() {
    new StoryText(terminal())
        .print(new Story(DOCUMENT, List.of(quiet("LATE", 1)), day(1), 2), false);

    assertThat(out.toString()).contains("2 dead letters of the platform name no document");
  }

  private List<String> print(boolean all, StoryEvent... events) {
    new StoryText(terminal()).print(new Story(DOCUMENT, List.of(events), day(9), 0), all);
    return out.toString().lines().toList();
  }

  private Terminal terminal() {
    PrintWriter writer = new PrintWriter(out);
    return new Terminal(writer, writer, Palette.PLAIN, false, 120);
  }

  private static StoryEvent verified(VerificationStatus status, long version, int day) {
    return StoryEvents.of(Records.verification(status, version, day(day)));
  }

  private static StoryEvent quiet(String reason, int day) {
    return StoryEvents.of(Records.suppression(SuppressionVerdict.BAD_CAPTURE, reason, day(day)));
  }

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }
}
