package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deals the blocks of a change out to the provisions that they belong to, each to one, and says
 * what became of these.
 */
final class Lineages {

  private final Reading before;
  private final Reading after;
  private final Matching matching;

  Lineages(Reading before, Reading after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  /** A clause before and the clause after that it became; either may be missing. */
  record Pair(int before, int after) {}

  /**
   * A provision that a change touched.
   *
   * @param told the blocks that are told with it
   * @param lineage what became of it
   */
  record Touched(Pair pair, Lineage lineage, List<Hunk> told) {}

  /** The provisions that blocks touch, in the order of the text after. */
  List<Touched> of(List<Hunk> hunks) {
    Map<Pair, List<Hunk>> all = new HashMap<>();
    Map<Pair, List<Hunk>> told = new HashMap<>();
    for (Hunk hunk : hunks) {
      Optional<Pair> owner = after(hunk).or(() -> before(hunk));
      owner.ifPresent(pair -> told.computeIfAbsent(pair, p -> new ArrayList<>()).add(hunk));
      owner.ifPresent(pair -> all.computeIfAbsent(pair, p -> new ArrayList<>()).add(hunk));
      before(hunk)
          .filter(pair -> !owner.equals(Optional.of(pair)))
          .ifPresent(pair -> all.computeIfAbsent(pair, p -> new ArrayList<>()).add(hunk));
    }
    return all.entrySet().stream()
        .map(
            entry ->
                touched(
                    entry.getKey(), entry.getValue(), told.getOrDefault(entry.getKey(), List.of())))
        .filter(provision -> !provision.told().isEmpty() || says(provision.lineage()))
        .sorted(order())
        .toList();
  }

  private Optional<Pair> after(Hunk hunk) {
    if (hunk.afterAt() == Hunk.NOWHERE) {
      return Optional.empty();
    }
    int clause = after.segmentation().clauseOf(hunk.afterAt());
    return Optional.of(new Pair(matching.beforeOf(clause), clause));
  }

  private Optional<Pair> before(Hunk hunk) {
    if (hunk.beforeAt() == Hunk.NOWHERE) {
      return Optional.empty();
    }
    int clause = before.segmentation().clauseOf(hunk.beforeAt());
    return Optional.of(new Pair(clause, matching.afterOf(clause)));
  }

  /** A provision without a block of its own is worth telling when its words are not the same. */
  private static boolean says(Lineage lineage) {
    return lineage != Lineage.KEPT && lineage != Lineage.MOVED;
  }

  private Touched touched(Pair pair, List<Hunk> all, List<Hunk> told) {
    return new Touched(pair, lineage(pair, all, told), told);
  }

  private Lineage lineage(Pair pair, List<Hunk> all, List<Hunk> told) {
    if (pair.before() == Matching.NONE) {
      return Lineage.ADDED;
    }
    if (pair.after() == Matching.NONE) {
      return Lineage.REMOVED;
    }
    boolean sameWords =
        before.read().get(pair.before()).key() == after.read().get(pair.after()).key();
    if (!sameWords) {
      return Lineage.REWORDED;
    }
    if (all.stream().anyMatch(Lineages::isElsewhere)) {
      return Lineage.MOVED;
    }
    return told.stream().anyMatch(Lineages::isOtherHeading) ? Lineage.REWORDED : Lineage.KEPT;
  }

  /** Whether a block of the clause itself, or its heading whole, stands at another place. */
  private static boolean isElsewhere(Hunk hunk) {
    return hunk.operation() == Operation.MOVED
        || hunk.operation() != Operation.MODIFIED && !isHeading(hunk);
  }

  private static boolean isHeading(Hunk hunk) {
    return hunk.after().or(hunk::before).orElseThrow().kind() == BlockKind.HEADING;
  }

  /** Whether a heading reads otherwise, apart from its number. */
  private static boolean isOtherHeading(Hunk hunk) {
    return isHeading(hunk) && !words(hunk.before()).equals(words(hunk.after()));
  }

  private static String words(Optional<Block> block) {
    return block.map(present -> Wording.of(List.of(present))).orElse("");
  }

  private Comparator<Touched> order() {
    int[] last = new int[before.size()];
    int place = Matching.NONE;
    for (int i = 0; i < last.length; i++) {
      place = matching.afterOf(i) == Matching.NONE ? place : matching.afterOf(i);
      last[i] = place;
    }
    return Comparator.<Touched>comparingInt(
            provision ->
                provision.pair().after() == Matching.NONE
                    ? last[provision.pair().before()]
                    : provision.pair().after())
        .thenComparing(provision -> provision.pair().after() == Matching.NONE)
        .thenComparingInt(provision -> provision.pair().before());
  }
}
