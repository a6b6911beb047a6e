package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A changed block as runs of kept, deleted and inserted words, made of both texts and the spans of
 * changed words, whose offsets count code points.
 *
 * @param runs in reading order
 */
public record Redline(List<Run> runs) {

  /** Longest stretch of unchanged words that is shown whole. */
  private static final int LONGEST_KEPT = 160;

  /** How much of a longer one is shown at either end. */
  private static final int CONTEXT = 70;

  /** What became of the words of a run. */
  public enum Fate {
    KEPT,
    DELETED,
    INSERTED
  }

  /** A run of words with one fate. */
  public record Run(Fate fate, String text) {}

  /** Copies the list. */
  public Redline {
    runs = List.copyOf(runs);
  }

  /** The redline of a block. */
  public static Redline of(BlockChange block) {
    String before = block.getBefore();
    String after = block.getAfter();
    if (before == null || after == null) {
      Run whole =
          after == null
              ? new Run(Fate.DELETED, Objects.requireNonNullElse(before, ""))
              : new Run(Fate.INSERTED, after);
      return new Redline(List.of(whole));
    }
    return new Merge(
            new Text(before, words(block, Side.BEFORE)), new Text(after, words(block, Side.AFTER)))
        .redline();
  }

  /** The redline as text, with long unchanged stretches shortened. */
  public String render(Palette palette) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      String words = PlainText.safe(run.text());
      switch (run.fate()) {
        case KEPT -> text.append(shorten(words, i == 0, i == runs.size() - 1));
        case DELETED -> text.append(palette.deleted(words));
        case INSERTED -> text.append(palette.inserted(words));
      }
    }
    return text.toString().strip();
  }

  private static String shorten(String words, boolean first, boolean last) {
    if (words.length() <= LONGEST_KEPT) {
      return words;
    }
    String head = first ? "" : words.substring(0, edge(words, CONTEXT));
    String tail = last ? "" : words.substring(edge(words, words.length() - CONTEXT));
    return head + (first ? "… " : last ? " …" : " … ") + tail.stripLeading();
  }

  /** The next space at or behind an offset, so that no word or character is cut. */
  private static int edge(String words, int offset) {
    int space = words.indexOf(' ', offset);
    return space < 0 ? words.length() : space;
  }

  private static List<Span> words(BlockChange block, Side side) {
    return block.getSpans().stream()
        .filter(span -> span.getSide() == side && span.getRuleId() == null)
        .sorted(Comparator.comparingInt(Span::getStart))
        .toList();
  }

  /** One of the two texts, read from its begin. */
  private static final class Text {
    private final int[] points;
    private final List<Span> spans;
    private int at;
    private int next;

    Text(String text, List<Span> spans) {
      this.points = text.codePoints().toArray();
      this.spans = spans;
    }

    boolean atEnd() {
      return at >= points.length;
    }

    /** Code points up to the next changed words. */
    int unchanged() {
      int end = next < spans.size() ? spans.get(next).getStart() : points.length;
      return Math.max(0, Math.min(end, points.length) - at);
    }

    boolean atSpace() {
      return unchanged() > 0 && Character.isWhitespace(points[at]);
    }

    int peek() {
      return points[at];
    }

    String take(int count) {
      int end = Math.min(points.length, at + count);
      String taken = new String(points, at, end - at);
      at = end;
      return taken;
    }

    /** The changed words that begin here; empty when there are none. */
    String changed() {
      StringBuilder words = new StringBuilder();
      while (next < spans.size() && spans.get(next).getStart() <= at) {
        words.append(take(Math.max(0, spans.get(next).getEnd() - at)));
        next++;
      }
      return words.toString();
    }
  }

  /**
   * Walks both texts at once: deleted words, inserted words, then what both keep. Spans hold no
   * space around their words, so spaces that only one text has are kept ones.
   */
  private static final class Merge {
    private final Text before;
    private final Text after;
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();

    Merge(Text before, Text after) {
      this.before = before;
      this.after = after;
    }

    Redline redline() {
      while (!before.atEnd() || !after.atEnd()) {
        add(Fate.DELETED, before.changed());
        add(Fate.INSERTED, after.changed());
        keep();
        add(Fate.KEPT, kept.toString());
        kept.setLength(0);
      }
      return new Redline(runs);
    }

    private void keep() {
      while (space() || sameCharacter()) {
        // Goes on to the next changed words.
      }
      if (before.unchanged() > 0 && after.unchanged() > 0 || before.atEnd() || after.atEnd()) {
        // The spans do not explain the rest.
        add(Fate.KEPT, kept.toString());
        kept.setLength(0);
        add(Fate.DELETED, before.take(before.unchanged()));
        add(Fate.INSERTED, after.take(after.unchanged()));
      }
    }

    private boolean space() {
      if (!before.atSpace() && !after.atSpace()) {
        return false;
      }
      String space = after.atSpace() ? after.take(1) : " ";
      if (before.atSpace()) {
        before.take(1);
      }
      if (!endsInSpace()) {
        kept.append(space);
      }
      return true;
    }

    private boolean endsInSpace() {
      return !kept.isEmpty() && Character.isWhitespace(kept.charAt(kept.length() - 1));
    }

    private boolean sameCharacter() {
      if (before.unchanged() == 0 || after.unchanged() == 0 || before.peek() != after.peek()) {
        return false;
      }
      before.take(1);
      kept.append(after.take(1));
      return true;
    }

    private void add(Fate fate, String text) {
      if (!text.isEmpty()) {
        runs.add(new Run(fate, text));
      }
    }
  }
}
