package io.clausestream.cli.look;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.look.StoryEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A story as people read it: a line an event, runs of the same verdict folded into one. */
final class StoryText {

  private static final int TIME = 26;
  private static final int WORDS = 16;
  private static final int WIDEST = 140;
  private static final int LEAST = 30;
  private static final int HASH = 12;

  private final Terminal terminal;
  private final int room;

  StoryText(Terminal terminal) {
    this.terminal = terminal;
    this.room = Math.max(LEAST, Math.min(WIDEST, terminal.width()) - TIME - WORDS);
  }

  /**
   * Prints the story.
   *
   * @param all whether each event has a line of its own
   */
  void print(Story story, boolean all) {
    terminal.out().println(head(story));
    terminal.out().println();
    List<StoryEvent> run = new ArrayList<>();
    for (StoryEvent event : story.events()) {
      if (!run.isEmpty() && (all || !event.isLike(run.get(0)))) {
        print(run);
        run.clear();
      }
      run.add(event);
    }
    print(run);
    if (story.nameless() > 0) {
      terminal.out().println();
      terminal
          .out()
          .printf(
              "%d dead letters of the platform name no document; they may be of this one.%n",
              story.nameless());
    }
    terminal.out().flush();
  }

  private String head(Story story) {
    long fetches = story.verdicts().values().stream().mapToLong(Long::longValue).sum();
    String verdicts =
        story.verdicts().entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey().words().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return terminal.palette().strong(PlainText.safe(story.title()))
        + ", "
        + fetches
        + (fetches == 1 ? " fetch: " : " fetches: ")
        + verdicts;
  }

  private void print(List<StoryEvent> run) {
    StoryEvent first = run.get(0);
    StoryEvent last = run.get(run.size() - 1);
    List<String> lines = new ArrayList<>();
    if (run.size() > 1) {
      lines.add(run.size() + " times, up to " + last.fetchedAt() + version(last));
    } else if (first.kind() != Kind.CHANGED) {
      lines.add(version(first).replaceFirst("^, ", ""));
    }
    lines.addAll(why(last));
    lines.removeIf(String::isEmpty);
    line(first, lines);
  }

  private static String version(StoryEvent event) {
    return event
        .version()
        .map(v -> ", version " + v.getNumber() + ", text " + cut(v.getTextSha256()))
        .orElse("");
  }

  private List<String> why(StoryEvent event) {
    List<String> lines = new ArrayList<>();
    if (event.kind() == Kind.CHANGED) {
      lines.add(version(event).replaceFirst("^, ", ""));
      lines.add(event.reason());
      lines.add(event.detail());
      event.why().forEach(sentence -> lines.add("why: " + sentence));
      if (!event.at().equals(event.fetchedAt())) {
        lines.add("suspicious at first; sure at " + event.at());
      }
    } else {
      lines.add(event.reason().isEmpty() ? event.detail() : event.reason() + ": " + event.detail());
      lines.addAll(event.why());
    }
    event.changeId().ifPresent(id -> lines.add("change " + id));
    return lines;
  }

  private void line(StoryEvent event, List<String> paragraphs) {
    List<String> lines =
        paragraphs.stream()
            .flatMap(text -> PlainText.wrap(PlainText.safe(text), room).stream())
            .toList();
    String badge = event.severity().map(s -> terminal.palette().badge(s) + " ").orElse("");
    String words = event.kind().words();
    terminal
        .out()
        .println(
            (pad(event.fetchedAt().toString(), TIME)
                    + (event.kind() == Kind.CHANGED
                        ? terminal.palette().strong(words) + " ".repeat(WORDS - words.length())
                        : pad(words, WORDS))
                    + badge
                    + (lines.isEmpty() ? "" : lines.get(0)))
                .stripTrailing());
    lines.stream().skip(1).forEach(line -> terminal.out().println(" ".repeat(TIME + WORDS) + line));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String cut(String hash) {
    return hash.substring(0, Math.min(HASH, hash.length()));
  }
}
