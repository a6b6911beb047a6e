package io.clausestream.core.severity;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.provision.Clause;
import io.clausestream.core.provision.ProvisionChange;
import java.util.List;
import java.util.Optional;

/**
 * The words that a block hangs on, so that "data brokers" in a list is read as what "We share your
 * data with:" leads in.
 *
 * @param intro the paragraph that leads a list in, or the head row of a table
 * @param heading the nearest heading above
 */
record Context(Optional<String> intro, Optional<String> heading) {

  static Context of(ProvisionChange provision) {
    Clause clause = provision.after().or(provision::before).orElseThrow();
    List<String> path = clause.headingPath();
    return new Context(
        clause.intro().map(Block::text).or(() -> lead(clause)),
        path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1)));
  }

  /** The first block of a clause leads its list in. */
  private static Optional<String> lead(Clause clause) {
    Block first = clause.blocks().get(0);
    boolean leads = clause.blocks().size() > 1 && first.kind() != BlockKind.LIST_ITEM;
    return leads ? Optional.of(first.text()) : Optional.empty();
  }
}
