package io.clausestream.cli.explain;

import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.ProvisionBlocks;
import io.clausestream.cli.console.Redline;
import io.clausestream.cli.console.RuleWords;
import io.clausestream.cli.console.Told;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A provision of a change in all its facts, with its redline and the words behind each rule. */
final class ExplainedProvision {

  private static final int LONGEST_WORDS = 200;

  private ExplainedProvision() {}

  /**
   * Adds provisions and their changed blocks.
   *
   * @param number how many provisions came before
   * @param all how many there are
   * @return how many there are now
   */
  static int add(Lines lines, ProvisionBlocks group, int number, int all) {
    int next = number;
    for (ProvisionChange provision : group.provisions()) {
      next++;
      headline(lines, provision, next, all);
      facts(lines, provision);
    }
    if (group.provisions().isEmpty()) {
      lines.add("  " + lines.palette().strong("Passages"));
    }
    group.blocks().forEach(block -> block(lines, block));
    return next;
  }

  private static void headline(Lines lines, ProvisionChange provision, int number, int all) {
    String direction = Told.direction(provision.getDirection());
    lines.add(
        "  "
            + lines
                .palette()
                .strong("Provision " + number + " of " + all + ": " + Told.lineage(provision))
            + "  "
            + lines.palette().badge(provision.getSeverity())
            + " "
            + PlainText.safe(String.join(", ", provision.getCategories()))
            + (direction.isEmpty() ? "" : ", " + direction));
  }

  private static void facts(Lines lines, ProvisionChange provision) {
    if (!provision.getHeadingPath().isEmpty()) {
      lines.wrapped("    § ", String.join(" > ", provision.getHeadingPath()));
    }
    lines.wrapped("    id           ", id(provision.getProvisionId()));
    lines.wrapped("    first seen   ", provision.getFirstSeen().toString());
    lines.wrapped("    last changed ", provision.getLastChanged().toString());
    provision
        .getQuantities()
        .forEach(q -> lines.wrapped("    number       ", Told.quantity(q, " -> ")));
    if (!provision.getAuthorities().isEmpty()) {
      lines.wrapped("    names        ", String.join(", ", provision.getAuthorities()));
    }
    if (provision.getRetroactive()) {
      lines.wrapped("    retroactive  ", "it says that it applies to what was collected before");
    }
    provision.getReasons().forEach(reason -> lines.reason("    why: ", reason));
  }

  private static String id(@Nullable String id) {
    return id == null ? "none: the document has more provisions than are followed" : id;
  }

  private static void block(Lines lines, BlockChange block) {
    String moved = block.getOperation() == BlockOperation.MOVED ? "moved: " : "";
    lines.add("      " + moved + Redline.of(block).renderWhole(lines.palette()));
    RuleWords.ofRules(block).stream()
        .collect(
            Collectors.groupingBy(
                span -> place(block, span),
                java.util.LinkedHashMap::new,
                Collectors.mapping(Span::getRuleId, Collectors.joining(", "))))
        .forEach((place, rules) -> lines.wrapped("        ", place + " (" + rules + ")"));
  }

  /** Side, offsets in code points and the words themselves. */
  private static String place(BlockChange block, Span span) {
    String words = RuleWords.text(block, span);
    String cut = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words;
    return "%s %d-%d '%s'"
        .formatted(Told.lower(span.getSide()), span.getStart(), span.getEnd(), cut);
  }
}
