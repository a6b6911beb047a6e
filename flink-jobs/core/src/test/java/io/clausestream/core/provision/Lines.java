package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.List;

/** Texts of fictional platforms, a block a line. */
final class Lines {

  private Lines() {}

  /**
   * "# " and "## " stand before headings, "- " before items, ": " before definitions, "| " rows.
   */
  static List<Block> blocks(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(Lines::block).toList();
  }

  private static Block block(String line) {
    String rest = line.substring(line.indexOf(' ') + 1);
    return switch (line.substring(0, line.indexOf(' '))) {
      case "#" -> new Block(BlockKind.HEADING, 1, rest);
      case "##" -> new Block(BlockKind.HEADING, 2, rest);
      case "-" -> Block.of(BlockKind.LIST_ITEM, rest);
      case ":" -> Block.of(BlockKind.DEFINITION, rest);
      case "|" -> Block.of(BlockKind.TABLE_ROW, line);
      default -> Block.of(BlockKind.PARAGRAPH, line);
    };
  }
}
