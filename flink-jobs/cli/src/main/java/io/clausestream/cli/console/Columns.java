package io.clausestream.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in columns that are as wide as they must be. Not thread-safe. */
public final class Columns {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** With these headings; those that end with {@code >} are of columns of numbers. */
  public Columns(String... headings) {
    rows.add(List.of(headings));
  }

  /** One more row, with as many cells as there are headings. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The headings and rows, each on a line of its own without spaces at its end. */
  public List<String> lines() {
    List<String> headings = rows.get(0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < headings.size(); i++) {
        boolean number = headings.get(i).endsWith(">");
        String cell = row == headings ? strip(headings.get(i)) : row.get(i);
        String padding = " ".repeat(width(i) - cell.length());
        line.append(i == 0 ? "" : GAP).append(number ? padding + cell : cell + padding);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    int width = strip(rows.get(0).get(column)).length();
    for (List<String> row : rows.subList(1, rows.size())) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  private static String strip(String heading) {
    return heading.endsWith(">") ? heading.substring(0, heading.length() - 1) : heading;
  }
}
