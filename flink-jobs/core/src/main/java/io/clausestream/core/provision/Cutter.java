package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.CanonicalPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Cuts one text into clauses, from its first block to its last. */
final class Cutter {

  private final List<Block> blocks;
  private final List<List<String>> paths;
  private final int[] owners;
  private final List<Clause> clauses = new ArrayList<>();

  /** Headings that no clause has come for, innermost last; their levels rise. */
  private final Deque<Integer> waiting = new ArrayDeque<>();

  Cutter(List<Block> blocks) {
    this.blocks = blocks;
    this.paths = CanonicalPage.headingPaths(blocks);
    this.owners = new int[blocks.size()];
  }

  Segmentation cut() {
    int at = 0;
    while (at < blocks.size()) {
      at =
          switch (blocks.get(at).kind()) {
            case HEADING -> heading(at);
            case TABLE_ROW -> table(at);
            default -> list(ListRun.at(blocks, at));
          };
    }
    closeHeadings(0);
    return new Segmentation(clauses, owners);
  }

  private int heading(int at) {
    closeHeadings(blocks.get(at).level());
    waiting.addLast(at);
    return at + 1;
  }

  /** A heading that ends without a clause below it is one itself. */
  private void closeHeadings(int level) {
    if (!waiting.isEmpty() && blocks.get(waiting.getLast()).level() >= level) {
      int last = waiting.removeLast();
      add(last, last + 1, Optional.empty());
    }
  }

  private int list(ListRun run) {
    if (run.isEmpty()) {
      return add(run.start(), run.first(), Optional.empty());
    }
    boolean hangs = run.hangs(blocks);
    if (hangs && run.isShort(blocks)) {
      return add(run.start(), run.end(), Optional.empty());
    }
    Optional<Block> intro = Optional.empty();
    if (run.start() < run.first()) {
      add(run.start(), run.first(), Optional.empty());
      intro = Optional.of(blocks.get(run.start())).filter(block -> hangs);
    }
    return items(run, intro);
  }

  /** Each item by itself; a term goes with its definitions. */
  private int items(ListRun run, Optional<Block> intro) {
    int at = run.first();
    while (at < run.end()) {
      int end = at + 1;
      if (isTerm(at)) {
        while (end < run.end() && blocks.get(end).kind() == BlockKind.DEFINITION && !isTerm(end)) {
          end++;
        }
      }
      at = add(at, end, intro);
    }
    return at;
  }

  private boolean isTerm(int at) {
    Block block = blocks.get(at);
    return block.kind() == BlockKind.DEFINITION && !Sentences.ends(block.text());
  }

  private int table(int start) {
    int end = start;
    while (end < blocks.size() && blocks.get(end).kind() == BlockKind.TABLE_ROW) {
      end++;
    }
    Optional<Block> head = TableHead.of(blocks.subList(start, end));
    for (int at = start; at < end; at++) {
      add(at, at + 1, at == start ? Optional.empty() : head);
    }
    return end;
  }

  private int add(int start, int end, Optional<Block> intro) {
    int clause = clauses.size();
    waiting.forEach(heading -> owners[heading] = clause);
    waiting.clear();
    Arrays.fill(owners, start, end, clause);
    clauses.add(new Clause(paths.get(start), intro, start, blocks.subList(start, end)));
    return end;
  }
}
