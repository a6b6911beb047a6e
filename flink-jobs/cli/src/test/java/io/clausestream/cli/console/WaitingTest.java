package io.clausestream.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WaitingTest {

  private final StringWriter err = new StringWriter();

  @Test
  @Timeout(30)
  void whatTakesLongIsTold() {
    try (Waiting waiting = new Waiting(terminal(false), "reading", Duration.ZERO)) {
      assertThat(waiting).isNotNull();
      awaitWords();
    }

    assertThat(err.toString().lines()).containsExactly("reading ...");
  }

  @Test
  @Timeout(30)
  void onATerminalItGoesAgain() {
    try (Waiting waiting = new Waiting(terminal(true), "reading", Duration.ZERO)) {
      assertThat(waiting).isNotNull();
      awaitWords();
    }

    assertThat(err.toString()).isEqualTo("\rreading ...\r" + " ".repeat(11) + "\r");
  }

  @Test
  void whatIsQuickIsNotTold() {
    new Waiting(terminal(false), "reading", Duration.ofDays(1)).close();

    assertThat(err.toString()).isEmpty();
  }

  private void awaitWords() {
    while (!err.toString().contains("reading ...")) {
      Thread.onSpinWait();
    }
  }

  private Terminal terminal(boolean live) {
    PrintWriter writer = new PrintWriter(err, true);
    return new Terminal(writer, writer, Palette.PLAIN, live, 100);
  }
}
