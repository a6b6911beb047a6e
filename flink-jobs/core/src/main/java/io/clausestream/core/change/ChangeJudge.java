package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what a difference is. There is no threshold of volume: one word can be the most severe
 * change. Stateless; what it remembers is handed in and out.
 */
public final class ChangeJudge {

  /** A text that lost this share is suspicious, if next to none is new. */
  private static final double SUSPICIOUS_LOSS = 0.5;

  private static final double NEXT_TO_NONE = 0.1;

  private ChangeJudge() {}

  /**
   * The verdict on a text that differs from the one in force.
   *
   * @param before blocks of the text in force
   * @param after the fetch with the other text
   * @param memory what the page is known to do, before this fetch
   */
  public static Verdict judge(List<Block> before, CanonicalFetch after, PageMemory memory) {
    Instant now = after.ref().fetchedAt();
    List<Hunk> hunks = BlockDiff.between(before, after.page().blocks());
    var known = memory.variant(after.fingerprint().text(), now);
    if (known.isPresent()) {
      return suppressed(
          SuppressionReason.KNOWN_VARIANT,
          "this text was in force before, last seen " + known.get().lastSeen(),
          hunks);
    }
    return judge(hunks, length(before), memory.volatileShapes(now));
  }

  private static Verdict judge(List<Hunk> hunks, int lengthBefore, Set<Long> volatileShapes) {
    List<Hunk> inPlace = inPlace(hunks);
    if (inPlace.isEmpty()) {
      return suppressed(SuppressionReason.MOVED_BLOCKS, "blocks only changed places", hunks);
    }
    if (reworded(inPlace).isEmpty()) {
      return suppressed(
          SuppressionReason.PUNCTUATION, "only case, punctuation or spaces differ", hunks);
    }
    if (join(inPlace, Hunk::textBefore).equals(join(inPlace, Hunk::textAfter))) {
      return suppressed(
          SuppressionReason.RESEGMENTED, "the same words stand in other blocks", hunks);
    }
    List<Hunk> steady = inPlace.stream().filter(hunk -> !isVolatile(hunk, volatileShapes)).toList();
    List<Hunk> worded = reworded(steady);
    if (worded.isEmpty()) {
      return suppressed(
          SuppressionReason.VOLATILE_BLOCKS,
          "only blocks differ that change again and again on this page",
          hunks);
    }
    return isLoss(worded, lengthBefore)
        ? new Verdict.Suspicious(
            SuppressionReason.LOSS_OF_TEXT,
            "more than half of the text is gone and next to none is new",
            worded)
        : new Verdict.Substantive(worded);
  }

  /** Hunks without those that only changed places. */
  static List<Hunk> inPlace(List<Hunk> hunks) {
    return hunks.stream().filter(hunk -> hunk.operation() != Operation.MOVED).toList();
  }

  /** Hunks that differ in more than case, punctuation and spaces. */
  private static List<Hunk> reworded(List<Hunk> hunks) {
    return hunks.stream()
        .filter(hunk -> !fold(hunk.textBefore()).equals(fold(hunk.textAfter())))
        .toList();
  }

  private static Verdict suppressed(SuppressionReason reason, String detail, List<Hunk> hunks) {
    return new Verdict.Suppressed(reason, detail, hunks);
  }

  private static boolean isVolatile(Hunk hunk, Set<Long> volatileShapes) {
    return volatileShapes.containsAll(BlockShape.of(hunk));
  }

  private static boolean isLoss(List<Hunk> hunks, int lengthBefore) {
    int gone = hunks.stream().mapToInt(hunk -> hunk.textBefore().length()).sum();
    int added = hunks.stream().mapToInt(hunk -> hunk.textAfter().length()).sum();
    return gone - added > SUSPICIOUS_LOSS * lengthBefore && added < NEXT_TO_NONE * gone;
  }

  private static String join(List<Hunk> hunks, Function<Hunk, String> side) {
    return hunks.stream().map(side).map(ChangeJudge::fold).collect(Collectors.joining());
  }

  /** Letters and digits alone, in lower case. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
  }
}
