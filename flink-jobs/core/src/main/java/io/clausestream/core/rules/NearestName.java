package io.clausestream.core.rules;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
final class NearestName {

  private static final int LONGEST = 64;

  private NearestName() {}

  /** The end of a sentence on a name that is not known: what was meant, or what there is. */
  static String hint(String wrong, Collection<String> names) {
    // A third of the letters: more is another word.
    int furthest = Math.min(wrong.length(), LONGEST) / 3;
    LevenshteinDistance distance = new LevenshteinDistance(furthest);
    return names.stream()
        .filter(name -> wrong.length() <= LONGEST && distance.apply(wrong, name) >= 0)
        .min(
            Comparator.<String>comparingInt(name -> distance.apply(wrong, name))
                .thenComparing(Comparator.naturalOrder()))
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "use " + String.join(", ", names.stream().sorted().toList()));
  }
}
