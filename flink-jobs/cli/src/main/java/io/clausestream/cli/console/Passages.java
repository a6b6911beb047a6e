package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import java.util.List;

/** Changed passages as lines: the headings above each, and its redline. */
final class Passages {

  private static final int MOST = 6;
  private static final String INDENT = "    ";

  private final Palette palette;

  Passages(Palette palette) {
    this.palette = palette;
  }

  /** Adds the first of the passages, and how many more there are. */
  void add(List<String> lines, List<BlockChange> blocks, int omitted) {
    blocks.stream().limit(MOST).forEach(block -> passage(lines, block));
    int more = Math.max(0, blocks.size() - MOST) + omitted;
    if (more > 0) {
      lines.add("  " + palette.faint("and " + more + " more passages"));
    }
  }

  private void passage(List<String> lines, BlockChange block) {
    if (!block.getHeadingPath().isEmpty()) {
      String path = String.join(" > ", block.getHeadingPath());
      lines.add("  " + palette.faint("§ " + PlainText.safe(path)));
    }
    lines.add(INDENT + redline(block));
  }

  /** The redline of a passage, told where it only moved. */
  String redline(BlockChange block) {
    String moved = block.getOperation() == BlockOperation.MOVED ? palette.faint("moved: ") : "";
    return moved + Redline.of(block).render(palette);
  }
}
