package io.clausestream.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts of a block, in words. Punctuation marks are words of their own.
 */
public final class WordDiff {

  /** Beyond this many differing words on both sides together, they count as replaced whole. */
  static final int MAX_WORDS = 8_000;

  private final String before;
  private final String after;
  private final List<Word> old;
  private final List<Word> now;
  private final List<WordEdit> edits = new ArrayList<>();

  private WordDiff(String before, String after) {
    this.before = before;
    this.after = after;
    this.old = Word.split(before);
    this.now = Word.split(after);
  }

  /** The edits that lead from one text to the other, in reading order. */
  public static List<WordEdit> between(String before, String after) {
    return new WordDiff(before, after).edits();
  }

  private List<WordEdit> edits() {
    int i = 0;
    int j = 0;
    for (Gap gap : gaps()) {
      kept(i, gap.beforeStart(), j);
      deleted(gap);
      inserted(gap);
      i = gap.beforeEnd();
      j = gap.afterEnd();
    }
    kept(i, old.size(), j);
    return edits;
  }

  private List<Gap> gaps() {
    return Gap.between(Word.texts(old), Word.texts(now), MAX_WORDS);
  }

  private void kept(int from, int to, int nowFrom) {
    if (from < to) {
      edits.add(
          new WordEdit(
              WordEdit.Type.KEPT,
              run(old, from, to, before),
              old.get(from).start(),
              now.get(nowFrom).start()));
    }
  }

  private void deleted(Gap gap) {
    if (gap.beforeStart() < gap.beforeEnd()) {
      edits.add(
          new WordEdit(
              WordEdit.Type.DELETED,
              run(old, gap.beforeStart(), gap.beforeEnd(), before),
              old.get(gap.beforeStart()).start(),
              offset(now, gap.afterStart(), after)));
    }
  }

  private void inserted(Gap gap) {
    if (gap.afterStart() < gap.afterEnd()) {
      edits.add(
          new WordEdit(
              WordEdit.Type.INSERTED,
              run(now, gap.afterStart(), gap.afterEnd(), after),
              offset(old, gap.beforeEnd(), before),
              now.get(gap.afterStart()).start()));
    }
  }

  private static String run(List<Word> words, int from, int to, String text) {
    return text.substring(words.get(from).start(), words.get(to - 1).end());
  }

  private static int offset(List<Word> words, int index, String text) {
    return index < words.size() ? words.get(index).start() : text.length();
  }
}
