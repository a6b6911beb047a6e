package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which heading an entry of a table of contents stands for that is worded otherwise: the entries
 * before and behind it name headings, and as many headings of that level stand between these two as
 * entries do.
 */
final class OrderOfHeadings {

  private final Function<Block, String> name;
  private final List<Block> headings;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * The headings of a text.
   *
   * @param name what a heading and an entry that names it have in common
   */
  OrderOfHeadings(List<Block> blocks, Function<Block, String> name) {
    this.name = name;
    this.headings = blocks.stream().filter(block -> block.kind() == BlockKind.HEADING).toList();
    for (int i = 0; i < headings.size(); i++) {
      places.putIfAbsent(name.apply(headings.get(i)), i);
    }
  }

  /** The names of the headings that the entries of a list stand for which name none. */
  IdentityHashMap<Block, String> unnamed(List<Block> list) {
    IdentityHashMap<Block, String> found = new IdentityHashMap<>();
    int last = -1;
    for (int i = 0; i < list.size(); i++) {
      if (place(list.get(i)).isPresent()) {
        if (last >= 0 && i - last > 1) {
          align(list.subList(last, i + 1), found);
        }
        last = i;
      }
    }
    return found;
  }

  /** The first and the last entry name headings, those between do not. */
  private void align(List<Block> entries, IdentityHashMap<Block, String> found) {
    int from = place(entries.get(0)).orElseThrow();
    int to = place(entries.get(entries.size() - 1)).orElseThrow();
    int level = headings.get(from).level();
    if (to <= from || headings.get(to).level() != level) {
      return;
    }
    List<Block> between = new ArrayList<>();
    for (Block heading : headings.subList(from + 1, to)) {
      if (heading.level() < level) {
        return;
      }
      if (heading.level() == level) {
        between.add(heading);
      }
    }
    if (between.size() == entries.size() - 2) {
      for (int i = 0; i < between.size(); i++) {
        found.put(entries.get(i + 1), name.apply(between.get(i)));
      }
    }
  }

  private Optional<Integer> place(Block entry) {
    return Optional.ofNullable(places.get(name.apply(entry)));
  }
}
