package io.clausestream.pipeline.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of Markdown. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String... heads) {
    row(heads);
    row(Stream.of(heads).map(head -> "---").toArray(String[]::new));
  }

  void row(String... cells) {
    text.append(
        List.of(cells).stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
