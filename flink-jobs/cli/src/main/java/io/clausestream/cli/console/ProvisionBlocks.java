package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Provisions of a change with the blocks that changed in them. Mostly it is one provision; those
 * that follow each other without an id share their blocks, as nothing tells which is whose.
 *
 * @param provisions the provisions; empty in records of releases that knew none
 * @param blocks their changed blocks; empty where the record left them out
 */
public record ProvisionBlocks(List<ProvisionChange> provisions, List<BlockChange> blocks) {

  private static final Comparator<ProvisionBlocks> MOST_SEVERE_FIRST =
      Comparator.comparing(ProvisionBlocks::severity).reversed();

  /** Copies the lists. */
  public ProvisionBlocks {
    provisions = List.copyOf(provisions);
    blocks = List.copyOf(blocks);
  }

  /** Those of a change, in its order. */
  public static List<ProvisionBlocks> of(PageChange change) {
    List<ProvisionBlocks> all = new ArrayList<>();
    List<ProvisionChange> provisions = change.getProvisions();
    int block = 0;
    int from = 0;
    for (int to = 1; to <= provisions.size(); to++) {
      @Nullable String id = provisions.get(from).getProvisionId();
      if (to == provisions.size() || id != null || provisions.get(to).getProvisionId() != null) {
        int end = endOf(id, block, change.getBlocks());
        all.add(
            new ProvisionBlocks(
                provisions.subList(from, to), change.getBlocks().subList(block, end)));
        block = end;
        from = to;
      }
    }
    if (block < change.getBlocks().size()) {
      all.add(
          new ProvisionBlocks(
              List.of(), change.getBlocks().subList(block, change.getBlocks().size())));
    }
    return all;
  }

  /** The most severe first, otherwise in the order of the change. */
  public static List<ProvisionBlocks> bySeverity(PageChange change) {
    return of(change).stream().sorted(MOST_SEVERE_FIRST).toList();
  }

  /** The severity of the most severe. */
  Severity severity() {
    return provisions.stream()
        .map(ProvisionChange::getSeverity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.UNKNOWN);
  }

  private static int endOf(@Nullable String id, int from, List<BlockChange> blocks) {
    int end = from;
    while (end < blocks.size() && Objects.equals(blocks.get(end).getProvisionId(), id)) {
      end++;
    }
    return end;
  }
}
