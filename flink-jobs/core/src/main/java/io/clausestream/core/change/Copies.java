package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A second copy of much of a document that came or went, cut into blocks otherwise: a page that
 * shows its text twice, once for small screens, say. Everything that it says stands in the other
 * text anyway, in the same order of words. A few lines are no copy, for a short line says something
 * by its place: one that went beside a copy, and not within it, is told, and the copy with it.
 */
final class Copies implements Explanation {

  /** So much text makes a copy, in UTF-16 units. */
  private static final int LEAST = 600;

  /** And so much of the text that stands alone: one in so many units. */
  private static final int SHARE = 5;

  /** Shorter says something by its place, in UTF-16 units. */
  private static final int SHORT = 40;

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
    List<Hunk> parts = all.stream().filter(hunk -> hunk.operation() == operation).toList();
    // In one piece, as another cut may run over the borders of blocks.
    String whole = words(rest.stream().map(Block::text).collect(Collectors.joining(" ")));
    if ((long) parts.size() * whole.length() > MOST_WORK) {
      return false;
    }
    IdentityHashMap<Hunk, Integer> copied = copied(parts, whole);
    Set<Integer> places = new HashSet<>();
    copied.keySet().forEach(hunk -> places.add(place(hunk)));
    return hunks.stream()
            .allMatch(hunk -> copied.containsKey(hunk) && (!isShort(hunk) || isIn(places, hunk)))
        && copied.values().stream().mapToInt(Integer::intValue).sum()
            >= Math.max(LEAST, whole.length() / SHARE);
  }

  /** The hunks whose words stand in a text, and how long they are. */
  private static IdentityHashMap<Hunk, Integer> copied(List<Hunk> parts, String whole) {
    IdentityHashMap<Hunk, Integer> copied = new IdentityHashMap<>();
    for (Hunk part : parts) {
      String words = words(part.textBefore() + part.textAfter());
      if (!words.isBlank() && TextSearch.contains(whole, words)) {
        copied.put(part, words.length());
      }
    }
    return copied;
  }

  private static boolean isShort(Hunk hunk) {
    Block block = hunk.block();
    return block.kind() == BlockKind.TABLE_ROW || block.text().length() < SHORT;
  }

  /** Whether a hunk stands between two that are copied: by the ends of a run, between long ones. */
  private static boolean isIn(Set<Integer> places, Hunk hunk) {
    return places.contains(place(hunk) - 1) && places.contains(place(hunk) + 1);
  }

  private static int place(Hunk hunk) {
    return hunk.operation() == Operation.ADDED ? hunk.afterAt() : hunk.beforeAt();
  }

  /** The words of a text in lower case, a space before and behind each. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
    text.codePoints()
        .forEach(
            point -> {
              if (isOfWord(point)) {
                words.appendCodePoint(point);
              } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
              }
            });
    if (words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** Marks too, which are vowels in some scripts, and the sign of a currency. */
  private static boolean isOfWord(int point) {
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.CURRENCY_SYMBOL ->
              true;
          default -> false;
        };
  }
}
