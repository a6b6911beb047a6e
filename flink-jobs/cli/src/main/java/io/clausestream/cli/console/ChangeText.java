package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A change as people read it: what, where, how severe, why, and a redline of each passage. */
public final class ChangeText {

  private static final int MOST_BLOCKS = 6;
  private static final int MOST_REASONS = 4;
  private static final int WIDEST = 120;
  private static final String INDENT = "    ";

  private final Palette palette;
  private final int width;

  /**
   * A renderer.
   *
   * @param palette how words stand out
   * @param width columns to wrap plain sentences at
   */
  public ChangeText(Palette palette, int width) {
    this.palette = palette;
    this.width = Math.min(WIDEST, width);
  }

  /** The change in lines, the last one empty. */
  public String render(PageChange change) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(change));
    lines.add("  " + palette.faint(facts(change)));
    for (String sentence : change.getSummary()) {
      paragraph(lines, "  ", PlainText.safe(sentence));
    }
    change.getReasons().stream().limit(MOST_REASONS).forEach(reason -> why(lines, reason));
    change.getBlocks().stream().limit(MOST_BLOCKS).forEach(block -> passage(lines, block));
    int more = change.getBlocks().size() - MOST_BLOCKS;
    int omitted = Math.max(0, more) + change.getBlocksOmitted();
    if (omitted > 0) {
      lines.add("  " + palette.faint("and " + omitted + " more passages"));
    }
    lines.add("");
    return String.join(System.lineSeparator(), lines);
  }

  private String headline(PageChange change) {
    String document = PlainText.safe(change.getPlatform() + " / " + change.getDocumentType());
    String categories = String.join(", ", change.getCategories());
    return palette.badge(change.getSeverity())
        + " "
        + palette.strong(document)
        + "  "
        + PlainText.safe(categories)
        + direction(change);
  }

  private static String direction(PageChange change) {
    return switch (change.getDirection()) {
      case ADVERSE -> ", against the user";
      case PROTECTIVE -> ", for the user";
      case NEUTRAL, UNKNOWN -> "";
    };
  }

  private static String facts(PageChange change) {
    return "fetched "
        + change.getCurrent().getFetchedAt()
        + "  version "
        + change.getCurrent().getNumber()
        + "  "
        + PlainText.safe(change.getUrl())
        + "  change "
        + change.getChangeId();
  }

  private void why(List<String> lines, Reason reason) {
    paragraph(
        lines,
        "  ",
        "why: " + PlainText.safe(reason.getSentence()) + " (" + reason.getRuleId() + ")");
  }

  private void passage(List<String> lines, BlockChange block) {
    if (!block.getHeadingPath().isEmpty()) {
      String path = block.getHeadingPath().stream().collect(Collectors.joining(" > "));
      lines.add("  " + palette.faint("§ " + PlainText.safe(path)));
    }
    lines.add(INDENT + Redline.of(block).render(palette));
  }

  private void paragraph(List<String> lines, String indent, String text) {
    for (String line : PlainText.wrap(text, width - indent.length())) {
      lines.add(indent + line);
    }
  }
}
