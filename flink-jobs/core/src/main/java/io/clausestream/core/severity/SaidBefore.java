package io.clausestream.core.severity;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.rules.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Some statements hold for a whole document wherever they stand ({@link Statement#once()}): a new
 * section that says them once more takes nothing from the user, and is MEDIUM at most for it. The
 * document is read only when that can matter.
 */
final class SaidBefore {

  private final List<Block> before;
  private final BlockAssessor assessor;

  SaidBefore(List<Block> before, BlockAssessor assessor) {
    this.before = before;
    this.assessor = assessor;
  }

  List<BlockFinding> of(List<BlockFinding> findings) {
    boolean matters = findings.stream().flatMap(f -> f.effects().stream()).anyMatch(this::matters);
    if (!matters) {
      return findings;
    }
    Set<Statement> said = Collections.newSetFromMap(new IdentityHashMap<>());
    before.forEach(block -> said.addAll(assessor.says(block.text())));
    return findings.stream().map(finding -> limit(finding, said)).toList();
  }

  private boolean matters(Effect effect) {
    return effect.appears()
        && effect.severity() == Severity.HIGH
        && effect.statement().filter(Statement::once).isPresent();
  }

  private BlockFinding limit(BlockFinding finding, Set<Statement> said) {
    return finding.withEffects(
        finding.effects().stream()
            .map(
                effect ->
                    matters(effect) && said.contains(effect.statement().orElseThrow())
                        ? effect.atMost(Severity.MEDIUM)
                        : effect)
            .toList());
  }
}
