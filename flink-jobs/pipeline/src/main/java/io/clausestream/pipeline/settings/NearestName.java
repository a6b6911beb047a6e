package io.clausestream.pipeline.settings;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
final class NearestName {

  private NearestName() {}

  /** The name with the fewest letters to change; of several the first in the alphabet. */
  static String of(String wrong, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(name -> distance(wrong, name))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalArgumentException("There are no names."));
  }

  static int distance(String wrong, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(wrong, name);
  }
}
