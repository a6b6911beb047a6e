package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.WordDiff;
import io.clausestream.core.diff.WordEdit;
import java.util.List;

/** A change of nothing but the date of the revision. */
public final class RevisionDate {

  private static final int LONGEST = 200;
  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "(?i)([\\d\\s.,/:-]|st|nd|rd|th|(?:1er)|jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|mai|jun\\w*|jul\\w*"
              + "|aug\\w*|sep\\w*|o[ck]t\\w*|nov\\w*|de[cz]\\w*|janv\\w*|f[ée]v\\w*|avr\\w*|juin"
              + "|juil\\w*|ao[uû]t|d[ée]c\\w*|am|pm|utc|gmt|of)*");
  private static final Pattern REVISION_LINE =
      Pattern.compile(
          "(?i)[\\W]*((last|date|of|on|the|since|as|from|is|was|this|these|policy|policies|terms|page|document|notice|agreement|statement|version|revision|revised|updated"
              + "|update|modified|effective|dernière|mise|à|jour|le|du|en|vigueur|depuis|stand|vom"
              + "|fassung|letzte|aktualisierung|politique|conditions|richtlinie|bedingungen)\\b\\W*)+");
  private static final Pattern REVISION =
      Pattern.compile(
          "(?i)\\b(last updated?|updated|revised|modified|effective|version|date|mise à jour|vigueur|stand|fassung)\\b");

  /** A number that counts something is no date: "we delete your data 30 days after that date". */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)[$€£]\\s?\\d|\\d\\s?(%|€|£|\\$|(hour|day|week|month|year|percent|stunde|tag|woche|monat|jahr"
              + "|prozent|euro|heure|jour|semaine)\\w*\\b|(mois|ans?)\\b)");

  private RevisionDate() {}

  /** Whether nothing but the date of a revision differs in a block. */
  public static boolean isAll(Hunk hunk) {
    // Before words are compared, as a long block is none.
    return hunk.textAfter().length() < LONGEST
        && isAll(hunk, WordDiff.between(hunk.textBefore(), hunk.textAfter()));
  }

  /**
   * The same, where the edits of its words are known.
   *
   * @param edits what differs between the block before and after
   */
  public static boolean isAll(Hunk hunk, List<WordEdit> edits) {
    String text = hunk.textAfter().isEmpty() ? hunk.textBefore() : hunk.textAfter();
    if (hunk.textBefore().isEmpty() || hunk.textAfter().isEmpty()) {
      return isLine(text);
    }
    // What differs is short and seldom a date: it is looked at first.
    return text.length() < LONGEST
        && edits.stream()
            .filter(edit -> edit.type() != WordEdit.Type.KEPT)
            .allMatch(edit -> DATE_WORDS.matches(edit.text()))
        && !COUNTED.matcher(text).find()
        && (REVISION.matcher(text).find() || DATE_WORDS.matches(text));
  }

  /** Whether a line that came or went says no more than when the text was revised. */
  private static boolean isLine(String text) {
    var matcher = REVISION_LINE.matcher(text);
    return text.length() < LONGEST
        && matcher.lookingAt()
        && (matcher.end() < text.length() || text.endsWith(":"))
        && DATE_WORDS.matches(text.substring(matcher.end()))
        && REVISION.matcher(text).find();
  }
}
