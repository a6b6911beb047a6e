package io.clausestream.core.severity;

import io.clausestream.core.diff.WordDiff;
import io.clausestream.core.diff.WordEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A block's text before and after, read by the rules, with the words that differ.
 *
 * @param before what stood there; without words when the block was added
 * @param after what stands there; without words when it was removed
 * @param edits the words that differ, and those kept between them
 * @param deleted places of the words that went, in the text before
 * @param inserted places of the words that came, in the text after
 */
record ChangedText(
    Reading before, Reading after, List<WordEdit> edits, List<Span> deleted, List<Span> inserted) {

  static ChangedText of(String before, String after, LanguageRules rules) {
    List<WordEdit> edits = WordDiff.between(before, after);
    List<Span> deleted = new ArrayList<>();
    List<Span> inserted = new ArrayList<>();
    for (WordEdit edit : edits) {
      int length = edit.text().length();
      if (edit.type() == WordEdit.Type.DELETED) {
        deleted.add(Span.changed(Span.Side.BEFORE, edit.beforeStart(), length));
      } else if (edit.type() == WordEdit.Type.INSERTED) {
        inserted.add(Span.changed(Span.Side.AFTER, edit.afterStart(), length));
      }
    }
    return new ChangedText(rules.read(before), rules.read(after), edits, deleted, inserted);
  }

  /** How many words went and came. */
  int changedWords() {
    return before.wordsOf(deleted) + after.wordsOf(inserted);
  }

  /**
   * Whether the same words stand in another order. Where who does what to whom changes places, they
   * say another thing.
   */
  boolean isReordered() {
    List<String> went = before.wordsIn(deleted);
    List<String> came = after.wordsIn(inserted);
    went.sort(Comparator.naturalOrder());
    came.sort(Comparator.naturalOrder());
    return !went.isEmpty()
        && went.equals(came)
        && before.actors().equals(after.actors())
        && !before.namesUserIn(deleted)
        && !after.namesUserIn(inserted);
  }

  /** The words that differ, those that went first. */
  List<Span> changed() {
    List<Span> all = new ArrayList<>(deleted);
    all.addAll(inserted);
    return all;
  }
}
