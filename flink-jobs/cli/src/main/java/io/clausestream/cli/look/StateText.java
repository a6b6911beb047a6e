package io.clausestream.cli.look;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import java.util.List;
import java.util.Optional;

/** The state of a document as people read it. */
final class StateText {

  private static final int NAME = 17;
  private static final int WIDEST = 120;
  private static final String UNKNOWN = "never";

  private final Terminal terminal;

  StateText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(DocumentState state) {
    terminal.out().println(terminal.palette().strong(PlainText.safe(state.story().title())));
    if (!state.url().isEmpty()) {
      line("source", state.url());
    }
    version(state);
    line("first seen", told(state.firstSeen()));
    line("last verified", told(state.lastVerified()));
    line("last changed", told(state.lastChange().map(StoryEvent::fetchedAt)));
    line("health", health(state));
    line("last verdict", state.lastVerdict().map(StateText::verdict).orElse(UNKNOWN));
    line("changes", state.recentChanges() + " in the 30 days up to " + state.story().latest());
    changes(state.lastChanges());
    terminal.out().flush();
  }

  private void version(DocumentState state) {
    state
        .version()
        .ifPresentOrElse(
            version -> {
              line("version", version.getNumber() + ", in force since " + version.getFetchedAt());
              line("text SHA-256", version.getTextSha256());
              line("body SHA-256", version.getBodySha256());
            },
            () -> line("version", "none: no capture was good enough yet"));
    state
        .quietly()
        .ifPresent(
            event ->
                line(
                    "since then",
                    "text "
                        + event.textSha256().orElse("")
                        + " without an alert ("
                        + event.reason()
                        + "), fetched "
                        + event.fetchedAt()));
  }

  private static String told(Optional<?> instant) {
    return instant.map(Object::toString).orElse(UNKNOWN);
  }

  private static String verdict(StoryEvent event) {
    String reason = event.reason().isEmpty() ? "" : " (" + event.reason() + ")";
    return event.kind().words().toLowerCase(java.util.Locale.ROOT)
        + reason
        + ", fetched "
        + event.fetchedAt();
  }

  private static String health(DocumentState state) {
    return switch (state.health()) {
      case GOOD -> "good";
      case BAD_CAPTURES -> state.badCaptures() + " bad captures in a row";
      case UNAVAILABLE -> "source is gone: " + state.badCaptures() + " bad captures in a row";
    };
  }

  private void changes(List<StoryEvent> changes) {
    for (StoryEvent change : changes) {
      String badge = change.severity().map(s -> terminal.palette().badge(s) + " ").orElse("");
      terminal.out().println();
      terminal
          .out()
          .println("  " + change.fetchedAt() + "  " + badge + PlainText.safe(change.reason()));
      PlainText.wrap(PlainText.safe(change.detail()), Math.min(WIDEST, terminal.width()) - 4)
          .forEach(sentence -> terminal.out().println("    " + sentence));
    }
  }

  private void line(String name, String value) {
    terminal
        .out()
        .println(
            "  "
                + terminal.palette().faint(name + " ".repeat(NAME - name.length()))
                + PlainText.safe(value));
  }
}
