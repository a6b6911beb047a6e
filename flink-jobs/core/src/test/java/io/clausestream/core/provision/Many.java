package io.clausestream.core.provision;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of many clauses. */
final class Many {

  private Many() {}

  /** Clauses with few words in common, by number from one up to another. */
  static String clauses(int from, int to) {
    return IntStream.range(from, to).mapToObj(Many::clause).collect(Collectors.joining());
  }

  private static String clause(int i) {
    String word = "w" + Integer.toString(i, 36);
    return "The " + word + "a of the " + word + "b never rules " + word + "c or " + word + "d.\n";
  }
}
