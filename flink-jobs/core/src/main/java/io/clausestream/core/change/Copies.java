package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A second copy of much of a document that came or went, cut into blocks otherwise: a page that
 * shows its text twice, once for small screens, say. Everything that it says stands in the other
 * text anyway, in the same order of words. A few lines are no copy, for a short line says something
 * by its place.
 */
final class Copies implements Explanation {

  /** So much text makes a copy, in UTF-16 units. */
  private static final int LEAST = 600;

  /** Beyond so many blocks times characters it is not looked for. */
  private static final long MOST_WORK = 200_000_000;

  private final List<Block> before;
  private final List<Block> after;
  private final List<Hunk> all;

  /**
   * Looks for copies.
   *
   * @param all all that differs, explained or not: parts of a copy may be explained already
   */
  Copies(List<Block> before, List<Block> after, List<Hunk> all) {
    this.before = before;
    this.after = after;
    this.all = all;
  }

  @Override
  public SuppressionReason reason() {
    return SuppressionReason.REPEATED_BLOCKS;
  }

  @Override
  public Set<Hunk> of(List<Hunk> hunks) {
    Set<Hunk> explained = Collections.newSetFromMap(new IdentityHashMap<>());
    if (isCopy(hunks, Operation.REMOVED, after) || isCopy(hunks, Operation.ADDED, before)) {
      explained.addAll(hunks);
    }
    return explained;
  }

  private boolean isCopy(List<Hunk> hunks, Operation operation, List<Block> rest) {
    if (hunks.isEmpty() || hunks.stream().anyMatch(hunk -> hunk.operation() != operation)) {
      return false;
    }
    List<String> left = words(hunks, operation);
    List<String> copied = words(all, operation);
    // In one piece, as another cut may run over the borders of blocks.
    String whole = words(rest.stream().map(Block::text).collect(Collectors.joining(" ")));
    return (long) copied.size() * whole.length() <= MOST_WORK
        && left.stream().allMatch(whole::contains)
        && copied.stream().filter(whole::contains).mapToInt(String::length).sum() >= LEAST;
  }

  private static List<String> words(List<Hunk> hunks, Operation operation) {
    return hunks.stream()
        .filter(hunk -> hunk.operation() == operation)
        .map(hunk -> words(hunk.textBefore() + hunk.textAfter()))
        .toList();
  }

  /** The words of a text in lower case, a space before and behind each. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    if (words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
