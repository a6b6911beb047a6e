package io.clausestream.cli.explain;

import io.clausestream.cli.UserMistake;
import io.clausestream.schema.PageChange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds a change by its id or the beginning of it, among changes that are handed over one by one.
 * Holds the assessments of one change and a few ids. One use; one thread.
 */
final class WantedChange {

  private static final int MOST_NEAR = 3;

  private final String wanted;
  private final Map<String, PageChange> assessments = new LinkedHashMap<>();
  private final TreeSet<Near> near =
      new TreeSet<>(Comparator.comparingInt(Near::distance).thenComparing(Near::id));
  private String first = "";
  private boolean ambiguous;

  /** An id with the errors in its beginning, if it was meant. */
  private record Near(int distance, String id) {}

  WantedChange(String id) {
    this.wanted = id.strip().toLowerCase(Locale.ROOT);
  }

  /** Takes the next change; the same one may come again. */
  void take(PageChange change) {
    String id = change.getChangeId();
    if (wanted.isEmpty() || !id.startsWith(wanted)) {
      remember(id);
    } else if (first.isEmpty() || first.equals(id)) {
      first = id;
      assessments.putIfAbsent(change.getAssessmentId(), change);
    } else {
      ambiguous = true;
    }
  }

  /**
   * The assessments of the change, one for each version of the rules that assessed it, in the order
   * in which they came.
   *
   * @param place where it was looked for
   * @param remedy where its id can be looked up
   * @throws UserMistake when there is no such change, or more than one
   */
  List<PageChange> found(String place, String remedy) {
    if (ambiguous) {
      throw new UserMistake(
          "'" + wanted + "' is the beginning of several ids in " + place + ": write more of it.");
    }
    if (assessments.isEmpty()) {
      String like = near.stream().map(n -> "'" + n.id() + "'").collect(Collectors.joining(", "));
      throw new UserMistake(
          "There is no change '"
              + wanted
              + "' in "
              + place
              + ": "
              + (like.isEmpty()
                  ? "it holds none."
                  : "the nearest are " + like + "; " + remedy + "."));
    }
    return List.copyOf(assessments.values());
  }

  private void remember(String id) {
    String beginning = id.substring(0, Math.min(id.length(), Math.max(1, wanted.length())));
    near.add(new Near(LevenshteinDistance.getDefaultInstance().apply(beginning, wanted), id));
    if (near.size() > MOST_NEAR) {
      near.pollLast();
    }
  }
}
