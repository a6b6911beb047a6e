package io.clausestream.core.severity;

import com.google.re2j.Pattern;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.WordEdit;
import java.util.List;

/** A change of nothing but the date of the revision, which is LOW at most. */
final class RevisionDate {

  private static final int LONGEST = 200;
  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "(?i)([\\d\\s.,/:-]|st|nd|rd|th|jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|mai|jun\\w*|jul\\w*"
              + "|aug\\w*|sep\\w*|o[ck]t\\w*|nov\\w*|de[cz]\\w*|janv\\w*|f[ée]v\\w*|avr\\w*|juin"
              + "|juil\\w*|ao[uû]t|d[ée]c\\w*|am|pm|utc|gmt|of)*");
  private static final Pattern REVISION =
      Pattern.compile(
          "(?i)updated|revised|modified|effective|version|date|mise à jour|vigueur|stand|fassung");

  private RevisionDate() {}

  static boolean isAll(Hunk hunk, List<WordEdit> edits) {
    String text = hunk.textAfter().isEmpty() ? hunk.textBefore() : hunk.textAfter();
    return text.length() < LONGEST
        && (REVISION.matcher(text).find() || DATE_WORDS.matches(text))
        && edits.stream()
            .filter(edit -> edit.type() != WordEdit.Type.KEPT)
            .allMatch(edit -> DATE_WORDS.matches(edit.text()));
  }

  static BlockFinding finding(Hunk hunk, List<Span> spans) {
    return new BlockFinding(
        new AssessedBlock(hunk, List.of(), spans),
        Severity.LOW,
        Direction.NEUTRAL,
        List.of(new Reason("date.revision", "Only the date of the revision differs.")));
  }
}
