package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of fictional platforms, short to write. */
final class Texts {

  private Texts() {}

  /** Blocks, one a line; "# " before a heading, "- " before an item of a list. */
  static List<Block> blocks(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(Texts::block).toList();
  }

  private static Block block(String line) {
    if (line.startsWith("# ")) {
      return new Block(BlockKind.HEADING, 2, line.substring(2));
    }
    return line.startsWith("- ")
        ? Block.of(BlockKind.LIST_ITEM, line.substring(2))
        : Block.of(BlockKind.PARAGRAPH, line);
  }

  /** Clauses on a subject, no two with many words in common but those of their frame. */
  static String clauses(String subject, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> clause(subject, i))
        .collect(Collectors.joining("\n"));
  }

  private static String clause(String subject, int i) {
    String word = subject + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26);
    return word + "one rules " + word + "two and " + word + "three under " + word + "four.";
  }

  /** A page of a platform: its title, and blocks as {@link #blocks} reads them. */
  static String page(String title, String lines) {
    return "<html><head><title>"
        + title
        + "</title></head><body><main>"
        + blocks(lines).stream()
            .map(block -> markup(block.kind()).formatted(block.text()))
            .collect(Collectors.joining())
        + "</main></body></html>";
  }

  private static String markup(BlockKind kind) {
    return switch (kind) {
      case HEADING -> "<h2>%s</h2>";
      case LIST_ITEM -> "<ul><li>%s</li></ul>";
      default -> "<p>%s</p>";
    };
  }
}
