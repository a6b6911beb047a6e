package io.clausestream.core.diff;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two canonical texts, in blocks: Myers' algorithm on whole blocks, then
 * blocks removed and added at the same place are paired by their words, and blocks removed here and
 * added there with the same words are moved.
 */
public final class BlockDiff {

  /**
   * Beyond this many differing blocks on both sides together, they count as replaced whole. A
   * rewrite of the longest real documents seen has a third of it.
   */
  private static final int MAX_BLOCKS = 6_000;

  /** Beyond this many blocks in one gap, the document was replaced and no block has a partner. */
  private static final int MAX_PAIRED = 4_000;

  private final List<Block> before;
  private final List<Block> after;
  private final List<List<String>> pathsBefore;
  private final List<List<String>> pathsAfter;
  private final SortedHashes[] wordsBefore;
  private final SortedHashes[] wordsAfter;
  private final List<Hunk> hunks = new ArrayList<>();

  private BlockDiff(List<Block> before, List<Block> after) {
    this.before = before;
    this.after = after;
    this.pathsBefore = CanonicalPage.headingPaths(before);
    this.pathsAfter = CanonicalPage.headingPaths(after);
    this.wordsBefore = new SortedHashes[before.size()];
    this.wordsAfter = new SortedHashes[after.size()];
  }

  /** The blocks that differ, in the order of the text after. */
  public static List<Hunk> between(List<Block> before, List<Block> after) {
    return new BlockDiff(before, after).hunks();
  }

  private List<Hunk> hunks() {
    Gap.between(texts(before), texts(after), MAX_BLOCKS).forEach(this::pair);
    return Moves.find(hunks);
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream().map(Block::text).toList();
  }

  /** Pairs the blocks of one gap in order, each with the most similar one that is still free. */
  private void pair(Gap gap) {
    int next = gap.beforeStart();
    for (int j = gap.afterStart(); j < gap.afterEnd(); j++) {
      int partner = mostSimilar(gap, j, next);
      if (partner < 0) {
        hunks.add(added(j));
        continue;
      }
      for (; next < partner; next++) {
        hunks.add(removed(next));
      }
      hunks.add(modified(partner, j));
      next = partner + 1;
    }
    for (; next < gap.beforeEnd(); next++) {
      hunks.add(removed(next));
    }
  }

  private int mostSimilar(Gap gap, int j, int from) {
    if (gap.size() > MAX_PAIRED) {
      return -1;
    }
    int best = -1;
    double most = Similarity.PAIRED;
    int end = Math.min(gap.beforeEnd(), from + Similarity.REACH);
    for (int i = from; i < end; i++) {
      double similarity = Similarity.of(words(before, wordsBefore, i), words(after, wordsAfter, j));
      if (similarity > most) {
        most = similarity;
        best = i;
      }
    }
    return best;
  }

  /** A block is compared with many others, so its words are read once. */
  private static SortedHashes words(List<Block> blocks, SortedHashes[] known, int index) {
    if (known[index] == null) {
      known[index] = Similarity.words(blocks.get(index).text());
    }
    return known[index];
  }

  private Hunk added(int j) {
    return new Hunk(
        Operation.ADDED,
        pathsAfter.get(j),
        Optional.empty(),
        Optional.of(after.get(j)),
        Hunk.NOWHERE,
        j);
  }

  private Hunk removed(int i) {
    return new Hunk(
        Operation.REMOVED,
        pathsBefore.get(i),
        Optional.of(before.get(i)),
        Optional.empty(),
        i,
        Hunk.NOWHERE);
  }

  private Hunk modified(int i, int j) {
    return new Hunk(
        Operation.MODIFIED,
        pathsAfter.get(j),
        Optional.of(before.get(i)),
        Optional.of(after.get(j)),
        i,
        j);
  }
}
