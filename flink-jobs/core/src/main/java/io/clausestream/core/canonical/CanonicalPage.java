package io.clausestream.core.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The document's own text, in reading order, without what structure shows to be furniture.
 *
 * @param title text of the page's title element, normalised; empty when it has none
 * @param blocks the document's blocks
 * @param links normalised targets of the links inside the blocks, in order
 */
public record CanonicalPage(String title, List<Block> blocks, List<String> links) {

  /** A capture without text. */
  public static final CanonicalPage EMPTY = new CanonicalPage("", List.of(), List.of());

  /** Copies the lists. */
  public CanonicalPage {
    blocks = List.copyOf(blocks);
    links = List.copyOf(links);
  }

  /** All text, one block a line. What kind of block a text stands in does not count as text. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  /** Length of {@link #text()} without line breaks, in UTF-16 units. */
  public int textLength() {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
  }

  /** For each block the headings above it, outermost first; a heading is not above itself. */
  public static List<List<String>> headingPaths(List<Block> blocks) {
    List<List<String>> paths = new ArrayList<>(blocks.size());
    List<Block> open = new ArrayList<>();
    List<String> path = List.of();
    for (Block block : blocks) {
      if (block.kind() == BlockKind.HEADING) {
        open.removeIf(above -> above.level() >= block.level());
        paths.add(texts(open));
        open.add(block);
        path = texts(open);
      } else {
        paths.add(path);
      }
    }
    return paths;
  }

  private static List<String> texts(List<Block> headings) {
    return headings.stream().map(Block::text).toList();
  }
}
