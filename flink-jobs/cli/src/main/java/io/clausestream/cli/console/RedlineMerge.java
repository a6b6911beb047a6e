package io.clausestream.cli.console;

import io.clausestream.cli.console.Redline.Fate;
import io.clausestream.cli.console.Redline.Run;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks both texts of a block at once: deleted words, inserted words, then what both keep. Spans
 * hold no space around their words, so spaces that only one text has are kept ones. One use.
 */
final class RedlineMerge {

  private final Text before;
  private final Text after;
  private final Runs runs = new Runs();

  private RedlineMerge(Text before, Text after) {
    this.before = before;
    this.after = after;
  }

  static List<Run> of(BlockChange block) {
    RedlineMerge merge =
        new RedlineMerge(
            new Text(block, Side.BEFORE, block.getBefore()),
            new Text(block, Side.AFTER, block.getAfter()));
    if (block.getBefore() == null || block.getAfter() == null) {
      merge.take(Fate.DELETED, merge.before, merge.before.rest());
      merge.take(Fate.INSERTED, merge.after, merge.after.rest());
    } else {
      merge.walk();
    }
    return merge.runs.done();
  }

  private void walk() {
    while (before.rest() > 0 || after.rest() > 0) {
      take(Fate.DELETED, before, before.changed());
      take(Fate.INSERTED, after, after.changed());
      keep();
    }
  }

  private void keep() {
    while (space() || sameCharacter()) {
      // Goes on to the next changed words.
    }
    if (before.unchanged() > 0 && after.unchanged() > 0
        || before.rest() == 0
        || after.rest() == 0) {
      // The spans do not explain the rest.
      take(Fate.DELETED, before, before.unchanged());
      take(Fate.INSERTED, after, after.unchanged());
    }
  }

  private boolean space() {
    if (!before.atSpace() && !after.atSpace()) {
      return false;
    }
    int space = after.atSpace() ? after.point() : ' ';
    String rules = after.atSpace() ? after.rules() : before.rules();
    before.skip(before.atSpace() ? 1 : 0);
    after.skip(after.atSpace() ? 1 : 0);
    if (!runs.endInKeptSpace()) {
      runs.add(Fate.KEPT, space, rules);
    }
    return true;
  }

  private boolean sameCharacter() {
    if (before.unchanged() == 0 || after.unchanged() == 0 || before.point() != after.point()) {
      return false;
    }
    runs.add(Fate.KEPT, after.point(), after.rules().isEmpty() ? before.rules() : after.rules());
    before.skip(1);
    after.skip(1);
    return true;
  }

  private void take(Fate fate, Text text, int count) {
    for (int i = 0; i < count; i++) {
      runs.add(fate, text.point(), text.rules());
      text.skip(1);
    }
  }

  /** One of the two texts, read from its begin. */
  private static final class Text {
    private final int[] points;
    private final String[] rules;
    private final List<Span> spans;
    private int at;
    private int next;

    Text(BlockChange block, Side side, @Nullable String text) {
      this.points = text == null ? new int[0] : text.codePoints().toArray();
      this.spans = RuleWords.changed(block, side);
      this.rules = new String[points.length];
      Arrays.fill(rules, "");
      RuleWords.telling(block, side).forEach(this::mark);
    }

    private void mark(Span span) {
      for (int i = Math.max(0, span.getStart()); i < Math.min(points.length, span.getEnd()); i++) {
        if (!List.of(rules[i].split(", ", -1)).contains(span.getRuleId())) {
          rules[i] = rules[i].isEmpty() ? span.getRuleId() : rules[i] + ", " + span.getRuleId();
        }
      }
    }

    int rest() {
      return points.length - at;
    }

    /** Code points up to the next changed words. */
    int unchanged() {
      int end = next < spans.size() ? spans.get(next).getStart() : points.length;
      return Math.max(0, Math.min(end, points.length) - at);
    }

    /** Code points of the changed words that begin here; they are passed over as changed ones. */
    int changed() {
      int end = at;
      while (next < spans.size() && spans.get(next).getStart() <= end) {
        end = Math.max(end, Math.min(points.length, spans.get(next).getEnd()));
        next++;
      }
      return end - at;
    }

    boolean atSpace() {
      return unchanged() > 0 && Character.isWhitespace(points[at]);
    }

    int point() {
      return points[at];
    }

    String rules() {
      return rules[at];
    }

    void skip(int count) {
      at += count;
    }
  }

  /** Makes runs of characters. */
  private static final class Runs {
    private final List<Run> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Fate fate = Fate.KEPT;
    private String rules = "";
    private int last;

    void add(Fate nextFate, int point, String nextRules) {
      if (nextFate != fate || !nextRules.equals(rules)) {
        end();
        fate = nextFate;
        rules = nextRules;
      }
      text.appendCodePoint(point);
      last = point;
    }

    boolean endInKeptSpace() {
      return fate == Fate.KEPT && Character.isWhitespace(last);
    }

    List<Run> done() {
      end();
      return done;
    }

    private void end() {
      if (!text.isEmpty()) {
        done.add(new Run(fate, text.toString(), rules));
        text.setLength(0);
      }
    }
  }
}
