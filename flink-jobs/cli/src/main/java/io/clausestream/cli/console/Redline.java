package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import java.util.List;

/**
 * A changed block as runs of kept, deleted and inserted words, made of both texts and the spans of
 * changed words, whose offsets count code points.
 *
 * @param runs in reading order; neighbours differ in their fate or in their rules
 */
public record Redline(List<Run> runs) {

  /** Longest stretch of unchanged words that is shown whole. */
  private static final int LONGEST_KEPT = 160;

  /** Longest stretch of changed words that is shown whole. */
  private static final int LONGEST_CHANGED = 700;

  /** How much of a longer one is shown at either end. */
  private static final int CONTEXT = 70;

  /** What became of the words of a run. */
  public enum Fate {
    KEPT,
    DELETED,
    INSERTED
  }

  /**
   * A run of words with one fate.
   *
   * @param fate what became of them
   * @param text the words
   * @param rules ids of the rules that they made apply, parted by commas; empty when none
   */
  public record Run(Fate fate, String text, String rules) {

    private String show(Palette palette, String words) {
      return rules.isEmpty() ? words : palette.telling(words);
    }
  }

  /** Copies the list. */
  public Redline {
    runs = List.copyOf(runs);
  }

  /** The redline of a block. */
  public static Redline of(BlockChange block) {
    return new Redline(RedlineMerge.of(block));
  }

  /** The redline as text, with long stretches shortened. */
  public String render(Palette palette) {
    return render(palette, true);
  }

  /** The redline as text, with every word. */
  public String renderWhole(Palette palette) {
    return render(palette, false);
  }

  private String render(Palette palette, boolean shorten) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int to = 1; to <= runs.size(); to++) {
      if (to == runs.size() || runs.get(to).fate() != runs.get(from).fate()) {
        text.append(stretch(from, to, palette, shorten));
        from = to;
      }
    }
    return text.toString().strip();
  }

  /** Neighbours of one fate, under one pair of brackets. */
  private String stretch(int from, int to, Palette palette, boolean shorten) {
    Fate fate = runs.get(from).fate();
    int length = runs.subList(from, to).stream().mapToInt(run -> run.text().length()).sum();
    boolean whole = !shorten || length <= (fate == Fate.KEPT ? LONGEST_KEPT : LONGEST_CHANGED);
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      String safe = PlainText.safe(runs.get(i).text());
      words.append(runs.get(i).show(palette, whole ? safe : shorten(i, from, to, safe)));
    }
    return switch (fate) {
      case KEPT -> words.toString();
      case DELETED -> palette.deleted(words.toString());
      case INSERTED -> palette.inserted(words.toString());
    };
  }

  /** Words that made rules apply stay, and so does what is near to them or to changed words. */
  private String shorten(int i, int from, int to, String words) {
    if (!runs.get(i).rules().isEmpty()) {
      return words;
    }
    if (runs.get(i).fate() == Fate.KEPT) {
      return shorten(words, i == 0 ? 0 : CONTEXT, i == runs.size() - 1 ? 0 : CONTEXT);
    }
    return to - from == 1
        ? cut(words)
        : shorten(words, i == from ? LONGEST_CHANGED / 2 : CONTEXT, i == to - 1 ? 0 : CONTEXT);
  }

  private static String shorten(String words, int head, int tail) {
    if (words.length() <= Math.max(LONGEST_KEPT, head + tail)) {
      return words;
    }
    String begin = head == 0 ? "" : words.substring(0, edge(words, head));
    String end = tail == 0 ? "" : words.substring(edge(words, words.length() - tail));
    return begin + (head == 0 ? "… " : tail == 0 ? " …" : " … ") + end.stripLeading();
  }

  private static String cut(String words) {
    String head = words.substring(0, edge(words, LONGEST_CHANGED));
    int more = words.length() - head.length();
    return more == 0 ? words : head + " … " + more + " more characters";
  }

  /** The next space at or behind an offset, so that no word or character is cut. */
  private static int edge(String words, int offset) {
    int space = words.indexOf(' ', offset);
    return space < 0 ? words.length() : space;
  }
}
