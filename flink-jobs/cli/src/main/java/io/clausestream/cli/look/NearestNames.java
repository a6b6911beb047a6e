package io.clausestream.cli.look;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds the names that somebody may have meant. Stateless. */
final class NearestNames {

  private static final int MOST = 3;

  private NearestNames() {}

  /** The nearest names, the nearest first, quoted; null when there are no names. */
  static @Nullable String among(Collection<String> names, String typed) {
    String wanted = fold(typed);
    Comparator<String> byDistance =
        Comparator.comparingInt((String name) -> distance(fold(name), wanted))
            .thenComparing(Comparator.naturalOrder());
    String nearest =
        names.stream()
            .sorted(byDistance)
            .limit(MOST)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return nearest.isEmpty() ? null : nearest;
  }

  /** Typing errors; a name that holds what was typed is near, however long it is. */
  private static int distance(String name, String wanted) {
    int errors = LevenshteinDistance.getDefaultInstance().apply(name, wanted);
    return name.contains(wanted) ? Math.min(errors, 1) : errors;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
