package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Reason;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The provisions of a change as lines, the most severe first: what became of each, how severe that
 * is, its redline and why.
 */
final class ProvisionText {

  private static final int MOST = 6;
  private static final int MOST_BLOCKS = 4;
  private static final int MOST_REASONS = 3;
  private static final int MOST_QUANTITIES = 3;
  private static final String INDENT = "    ";

  private final Palette palette;
  private final Passages passages;
  private final int width;

  ProvisionText(Palette palette, int width) {
    this.palette = palette;
    this.passages = new Passages(palette);
    this.width = width;
  }

  /** Adds the first of the provisions, and how many more there are. */
  void add(List<String> lines, PageChange change) {
    List<ProvisionBlocks> all = ProvisionBlocks.bySeverity(change);
    if (change.getProvisions().isEmpty()) {
      passages.add(lines, change.getBlocks(), change.getBlocksOmitted());
      return;
    }
    all.stream().limit(MOST).forEach(group -> add(lines, group));
    int shown = all.stream().limit(MOST).mapToInt(group -> group.provisions().size()).sum();
    int more = change.getProvisions().size() - shown + change.getProvisionsOmitted();
    if (more > 0) {
      lines.add(
          "  "
              + palette.faint(
                  "and "
                      + more
                      + (more == 1 ? " more provision" : " more provisions")
                      + ", of lower severity or further down"));
    }
  }

  private void add(List<String> lines, ProvisionBlocks group) {
    for (ProvisionChange provision : group.provisions()) {
      lines.add(headline(provision));
    }
    group.blocks().stream().limit(MOST_BLOCKS).forEach(b -> lines.add(INDENT + redline(b)));
    int more = group.blocks().size() - MOST_BLOCKS;
    if (more > 0) {
      lines.add(
          INDENT + palette.faint("and " + more + (more == 1 ? " more passage" : " more passages")));
    }
    for (ProvisionChange provision : group.provisions()) {
      Told.reasons(provision).stream().limit(MOST_REASONS).forEach(r -> reason(lines, r));
    }
  }

  private String redline(BlockChange block) {
    return passages.redline(block);
  }

  private void reason(List<String> lines, Reason reason) {
    String why = "why: " + reason.getSentence() + " (" + reason.getRuleId() + ")";
    PlainText.wrap(PlainText.safe(why), width - INDENT.length())
        .forEach(line -> lines.add(INDENT + line));
  }

  /** How severe, what became of it, the numbers, and where it stands. */
  private String headline(ProvisionChange provision) {
    String path = String.join(" > ", provision.getHeadingPath());
    return "  "
        + palette.badge(provision.getSeverity())
        + " "
        + Told.lineage(provision)
        + quantities(provision.getQuantities())
        + (path.isEmpty() ? "" : "  " + palette.faint("§ " + PlainText.safe(path)));
  }

  private static String quantities(List<QuantityChange> all) {
    String told =
        all.stream()
            .limit(MOST_QUANTITIES)
            .map(quantity -> ", " + Told.quantity(quantity, " -> "))
            .collect(Collectors.joining());
    int more = all.size() - MOST_QUANTITIES;
    return PlainText.safe(told) + (more > 0 ? " and " + more + " more" : "");
  }
}
