package io.clausestream.core.severity;

import io.clausestream.core.change.RevisionDate;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.page.PageRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Title and sentences of a change, built from its facts.
 *
 * @param title one line that names document and change
 * @param sentences most important first; never empty
 */
public record ChangeSummary(String title, List<String> sentences) {

  private static final int MOST_SENTENCES = 4;
  private static final int LONGEST_QUOTE = 140;

  /** Copies the list. */
  public ChangeSummary {
    sentences = List.copyOf(sentences);
  }

  static ChangeSummary of(PageRef ref, Assessment assessment) {
    String title =
        ref.platform()
            + ", "
            + ref.documentType()
            + ": "
            + String.join(", ", assessment.categories());
    List<AssessedBlock> real =
        assessment.blocks().stream().filter(block -> !isRevisionDate(block)).toList();
    List<AssessedBlock> told = real.isEmpty() ? assessment.blocks() : real;
    List<String> sentences = new ArrayList<>();
    for (AssessedBlock block : told) {
      if (sentences.size() == MOST_SENTENCES) {
        int more = told.size() - MOST_SENTENCES;
        sentences.add("And " + more + (more == 1 ? " more passage." : " more passages."));
        break;
      }
      sentences.add(sentence(block));
    }
    return new ChangeSummary(title, sentences);
  }

  /** Beside a real change, the new date of the revision is not worth a sentence. */
  private static boolean isRevisionDate(AssessedBlock block) {
    return RevisionDate.isAll(block.hunk());
  }

  private static String sentence(AssessedBlock block) {
    Hunk hunk = block.hunk();
    List<String> path = hunk.headingPath();
    String where = path.isEmpty() ? "" : "Under " + quote(path.get(path.size() - 1)) + ", ";
    String what =
        switch (hunk.operation()) {
          case ADDED -> "new: " + quote(hunk.textAfter());
          case REMOVED -> "removed: " + quote(hunk.textBefore());
          case MOVED -> "moved: " + quote(hunk.textAfter());
          case MODIFIED -> modified(block);
        };
    String sentence = where + what + ".";
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String modified(AssessedBlock block) {
    String gone = words(block, Span.Side.BEFORE, block.hunk().textBefore());
    String now = words(block, Span.Side.AFTER, block.hunk().textAfter());
    if (gone.isEmpty()) {
      return "added: " + quote(now);
    }
    return now.isEmpty() ? "removed: " + quote(gone) : quote(gone) + " becomes " + quote(now);
  }

  /** From the first to the last changed word of a side. */
  private static String words(AssessedBlock block, Span.Side side, String text) {
    int start = text.length();
    int end = 0;
    for (Span span : block.spans()) {
      if (span.side() == side && span.ruleId().isEmpty()) {
        start = Math.min(start, span.start());
        end = Math.max(end, span.end());
      }
    }
    return start < end ? text.substring(start, end) : "";
  }

  private static String quote(String text) {
    String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    return "\"" + cut + "\"";
  }
}
