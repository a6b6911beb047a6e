package io.clausestream.core.severity;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Title and sentences of a change, built from its facts.
 *
 * @param title one line that names document and change
 * @param sentences most important first; never empty
 */
public record ChangeSummary(String title, List<String> sentences) {

  private static final int MOST_SENTENCES = 4;
  private static final int MOST_SUBJECTS = 3;
  private static final int LONGEST_QUOTE = 140;

  /** Copies the list. */
  public ChangeSummary {
    sentences = List.copyOf(sentences);
  }

  static ChangeSummary of(PageRef ref, Assessment assessment) {
    List<AssessedProvision> told =
        assessment.provisions().stream()
            .filter(provision -> provision.reasons().stream().noneMatch(ChangeSummary::isDate))
            .sorted(Comparator.comparing(AssessedProvision::severity).reversed())
            .toList();
    List<AssessedProvision> all = told.isEmpty() ? assessment.provisions() : told;
    return new ChangeSummary(title(ref, assessment, all), sentences(all));
  }

  private static String title(
      PageRef ref, Assessment assessment, List<AssessedProvision> provisions) {
    List<String> subjects =
        provisions.stream()
            .filter(provision -> provision.severity() == assessment.severity())
            .flatMap(provision -> provision.categories().stream())
            .distinct()
            .toList();
    List<String> known = subjects.isEmpty() ? assessment.categories() : subjects;
    String more = known.size() > MOST_SUBJECTS ? " and more" : "";
    return ref.platform()
        + ", "
        + ref.documentType()
        + ": "
        + String.join(", ", known.subList(0, Math.min(known.size(), MOST_SUBJECTS)))
        + more;
  }

  private static List<String> sentences(List<AssessedProvision> provisions) {
    List<String> sentences = new ArrayList<>();
    for (AssessedProvision provision : provisions) {
      if (sentences.size() == MOST_SENTENCES) {
        int more = provisions.size() - MOST_SENTENCES;
        sentences.add("And " + more + (more == 1 ? " more passage." : " more passages."));
        break;
      }
      sentences.add(sentence(provision));
    }
    return sentences;
  }

  /** Beside a real change, the new date of the revision is not worth a sentence. */
  private static boolean isDate(Reason reason) {
    return reason.equals(SeverityRules.REVISION_DATE);
  }

  /** What the clause began or ceased to say, where a rule knows it; otherwise its words. */
  private static String sentence(AssessedProvision provision) {
    Reason decisive = provision.reasons().get(0);
    AssessedBlock block = provision.blocks().get(0);
    Clause clause = provision.change().after().or(provision.change()::before).orElseThrow();
    List<String> path = clause.headingPath();
    String where = path.isEmpty() ? "" : "Under " + quote(path.get(path.size() - 1)) + ", ";
    String what =
        SeverityRules.isGeneral(decisive) ? words(block) + "." : uncapital(decisive.sentence());
    String sentence = where + what;
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String uncapital(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String words(AssessedBlock block) {
    Hunk hunk = block.hunk();
    return switch (hunk.operation()) {
      case ADDED -> "new: " + quote(hunk.textAfter());
      case REMOVED -> "removed: " + quote(hunk.textBefore());
      case MOVED -> "moved: " + quote(hunk.textAfter());
      case MODIFIED -> modified(block);
    };
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
