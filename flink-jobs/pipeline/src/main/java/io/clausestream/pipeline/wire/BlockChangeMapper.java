package io.clausestream.pipeline.wire;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.severity.AssessedBlock;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changed blocks to the wire, within a record's budget. Stateless. */
final class BlockChangeMapper {

  private BlockChangeMapper() {}

  /**
   * As many of the blocks of a change as fit, in order.
   *
   * @param provisions the provisions that they belong to
   */
  static List<BlockChange> assessed(List<AssessedBlock> blocks, List<ProvisionChange> provisions) {
    Map<Hunk, String> ids = ids(provisions);
    RecordBudget budget = RecordBudget.ofChange();
    return blocks.stream()
        .takeWhile(block -> budget.takesBlock())
        .map(block -> block(block, ids.get(block.hunk()), budget))
        .toList();
  }

  private static Map<Hunk, String> ids(List<ProvisionChange> provisions) {
    Map<Hunk, String> ids = new HashMap<>();
    for (ProvisionChange provision : provisions) {
      provision.provisionId().ifPresent(id -> provision.hunks().forEach(h -> ids.put(h, id)));
    }
    return ids;
  }

  /** As many of the blocks of a suppression as fit, in order. */
  static List<BlockChange> suppressed(List<Hunk> hunks) {
    RecordBudget budget = RecordBudget.ofSuppression();
    return hunks.stream()
        .takeWhile(hunk -> budget.takesBlock())
        .map(hunk -> block(new AssessedBlock(hunk, List.of(), List.of()), null, budget))
        .toList();
  }

  private static BlockChange block(
      AssessedBlock block, @Nullable String provisionId, RecordBudget budget) {
    Hunk hunk = block.hunk();
    List<String> headings = hunk.headingPath().stream().map(budget::heading).toList();
    String before = hunk.before().isEmpty() ? null : budget.before(hunk.textBefore());
    String after = hunk.after().isEmpty() ? null : budget.after(hunk.textAfter());
    return BlockChange.newBuilder()
        .setOperation(BlockOperation.valueOf(hunk.operation().name()))
        .setProvisionId(provisionId)
        .setHeadingPath(headings)
        .setCategories(block.categories())
        .setBefore(before)
        .setAfter(after)
        .setSpans(spans(block, before, after, budget))
        .build();
  }

  private static List<Span> spans(
      AssessedBlock block, @Nullable String before, @Nullable String after, RecordBudget budget) {
    CodePoints inBefore = new CodePoints(before);
    CodePoints inAfter = new CodePoints(after);
    List<Span> spans = new ArrayList<>();
    for (var span : block.spans()) {
      CodePoints text = span.side().name().equals(Side.BEFORE.name()) ? inBefore : inAfter;
      String rule = span.ruleId().orElse(null);
      // What was cut off the text cannot be pointed at.
      if (span.start() < text.units() && budget.takesSpan(rule == null ? 0 : rule.length())) {
        spans.add(
            new Span(
                Side.valueOf(span.side().name()),
                text.count(span.start()),
                text.count(Math.min(span.end(), text.units())),
                rule));
      }
    }
    return spans;
  }

  /**
   * Offsets in UTF-16 units to offsets in code points. It goes on from the last offset, so that a
   * text with many spans is not counted from its beginning for each.
   */
  private static final class CodePoints {
    private final String text;
    private int units;
    private int points;

    CodePoints(@Nullable String text) {
      this.text = text == null ? "" : text;
    }

    int units() {
      return text.length();
    }

    int count(int offset) {
      if (offset < units) {
        points -= text.codePointCount(offset, units);
      } else {
        points += text.codePointCount(units, offset);
      }
      units = offset;
      return points;
    }
  }
}
