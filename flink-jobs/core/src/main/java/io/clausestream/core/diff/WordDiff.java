package io.clausestream.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts of a block, in words. Punctuation marks are words of their own.
 *
 * <p>The search for the fewest edits grows with the square of what differs, so it has bounds: where
 * more than {@link #MAX_WORDS} words differ, sentences are compared first and words only between
 * those that stay; what is still more counts as replaced whole, and so does a differing stretch of
 * more than {@link #MAX_LENGTH}. The edits always lead from one text to the other, word by word.
 */
public final class WordDiff {

  /** Most differing words on both sides together that are compared with each other. */
  static final int MAX_WORDS = 1_000;

  /** Most differing sentences on both sides together that are compared with each other. */
  static final int MAX_SENTENCES = 1_000;

  /** Longest differing stretch on both sides together that is cut into words, in UTF-16 units. */
  static final int MAX_LENGTH = 512 << 10;

  private final String before;
  private final String after;
  private final Ends ends;
  private final List<WordEdit> edits = new ArrayList<>();

  private WordDiff(String before, String after) {
    this.before = before;
    this.after = after;
    this.ends = Ends.of(before, after);
  }

  /** The edits that lead from one text to the other, in reading order. */
  public static List<WordEdit> between(String before, String after) {
    return new WordDiff(before, after).edits();
  }

  private List<WordEdit> edits() {
    int oldEnd = before.length() - ends.tail();
    int nowEnd = after.length() - ends.tail();
    int i = 0;
    int j = 0;
    for (Gap gap : gaps(oldEnd, nowEnd)) {
      kept(i, gap.beforeStart(), j);
      deleted(gap);
      inserted(gap);
      i = gap.beforeEnd();
      j = gap.afterEnd();
    }
    kept(i, before.length(), j);
    return edits;
  }

  /** The stretches that differ, as offsets in the texts. */
  private List<Gap> gaps(int oldEnd, int nowEnd) {
    Gap middle = new Gap(ends.head(), oldEnd, ends.head(), nowEnd);
    if (before.isEmpty() || after.isEmpty() || middle.size() > MAX_LENGTH) {
      return List.of(middle);
    }
    List<Word> old = Word.split(before, ends.head(), oldEnd);
    List<Word> now = Word.split(after, ends.head(), nowEnd);
    return Sentences.gaps(Word.texts(old), Word.texts(now)).stream()
        .map(
            gap ->
                new Gap(
                    start(old, gap.beforeStart(), oldEnd),
                    start(old, gap.beforeEnd(), oldEnd),
                    start(now, gap.afterStart(), nowEnd),
                    start(now, gap.afterEnd(), nowEnd)))
        .toList();
  }

  private static int start(List<Word> words, int index, int end) {
    return index < words.size() ? words.get(index).start() : end;
  }

  private void kept(int from, int to, int nowFrom) {
    edit(WordEdit.Type.KEPT, before, from, to, from, nowFrom);
  }

  private void deleted(Gap gap) {
    edit(
        WordEdit.Type.DELETED,
        before,
        gap.beforeStart(),
        gap.beforeEnd(),
        gap.beforeStart(),
        gap.afterStart());
  }

  private void inserted(Gap gap) {
    edit(
        WordEdit.Type.INSERTED,
        after,
        gap.afterStart(),
        gap.afterEnd(),
        gap.beforeEnd(),
        gap.afterStart());
  }

  /** Adds an edit, without the white space around its words; none if there are no words. */
  private void edit(WordEdit.Type type, String text, int from, int to, int oldAt, int nowAt) {
    int start = nextWord(text, from);
    int end = to;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      edits.add(
          new WordEdit(
              type, text.substring(start, end), nextWord(before, oldAt), nextWord(after, nowAt)));
    }
  }

  private static int nextWord(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
