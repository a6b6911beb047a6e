package io.clausestream.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");

  private final StringWriter err = new StringWriter();
  private Instant now = BEGIN;

  @Test
  void aLineTellsPartRateAndTimeLeft() {
    assertThat(progress(1_000, false).line(250, Duration.ofSeconds(5)))
        .isEqualTo("[######..................]  25 %  250 of 1,000 pages, 50 a second, 15 s left");
  }

  @Test
  void withoutATotalThereIsNoBar() {
    assertThat(progress(0, false).line(1_500, Duration.ofSeconds(3)))
        .isEqualTo("1,500 pages, 500 a second");
  }

  @Test
  void nobodyKnowsTheTimeLeftBeforeTheFirstPage() {
    assertThat(progress(10, false).line(0, Duration.ZERO)).endsWith("0 a second, ? left");
  }

  @Test
  void awayFromATerminalALineComesEveryFewSeconds() {
    Progress progress = progress(100, false);

    for (int second = 1; second <= 11; second++) {
      now = BEGIN.plusSeconds(second);
      progress.at(second);
    }

    assertThat(err.toString().lines()).hasSize(2);
  }

  @Test
  void onATerminalTheBarOverwritesItselfAndGoes() {
    try (Progress progress = progress(100, true)) {
      now = BEGIN.plusSeconds(1);
      progress.at(10);
    }

    assertThat(err.toString()).startsWith("\r[##").endsWith(" \r").doesNotContain("\n");
  }

  private Progress progress(long total, boolean live) {
    PrintWriter writer = new PrintWriter(err, true);
    Terminal terminal = new Terminal(writer, writer, Palette.PLAIN, live, 100);
    return new Progress(terminal, "pages", total, () -> now);
  }
}
