package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import java.util.List;
import java.util.Optional;

/** Tells the head row of a table: it has as many cells as the next row, and names things. */
final class TableHead {

  private static final int LONGEST = 200;

  private TableHead() {}

  /** The head row among the rows of a table, when its first row is one. */
  static Optional<Block> of(List<Block> rows) {
    if (rows.size() < 2) {
      return Optional.empty();
    }
    String first = rows.get(0).text();
    int cells = cells(first);
    boolean names =
        first.length() <= LONGEST
            && !Sentences.ends(first)
            && first.chars().noneMatch(Character::isDigit);
    return names && cells > 1 && cells == cells(rows.get(1).text())
        ? Optional.of(rows.get(0))
        : Optional.empty();
  }

  private static int cells(String row) {
    int bars = 0;
    for (int at = row.indexOf(" | "); at >= 0; at = row.indexOf(" | ", at + 2)) {
      bars++;
    }
    return bars + 1;
  }
}
