package io.clausestream.pipeline.wire;

import io.clausestream.core.alert.Facts;
import io.clausestream.core.alert.Facts.Words;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change tells, from the wire. Stateless. */
public final class FactsMapper {

  private FactsMapper() {}

  /** Ids of the facts of a change; empty when the record does not hold all of it. */
  public static Set<String> toCore(PageChange wire) {
    if (wire.getBlocksOmitted() > 0
        || wire.getProvisionsOmitted() > 0
        || wire.getBlocks().stream().anyMatch(block -> block.getProvisionId() == null)) {
      return Set.of();
    }
    return Facts.of(
        wire.getProvisions().stream()
            .map(provision -> words(provision.getProvisionId(), wire.getBlocks()))
            .toList());
  }

  private static Words words(@Nullable String provisionId, List<BlockChange> blocks) {
    List<BlockChange> own =
        blocks.stream()
            .filter(block -> Objects.equals(block.getProvisionId(), provisionId))
            .toList();
    return new Words(
        Optional.ofNullable(provisionId),
        own.stream().map(BlockChange::getBefore).filter(Objects::nonNull).toList(),
        own.stream().map(BlockChange::getAfter).filter(Objects::nonNull).toList());
  }
}
