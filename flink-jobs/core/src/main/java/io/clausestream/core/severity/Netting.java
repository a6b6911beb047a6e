package io.clausestream.core.severity;

import io.clausestream.core.rules.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement that goes in one block and comes in another was reworded or moved, not made or
 * dropped: what comes is then no more severe than MEDIUM, as far as it is matched by what goes.
 */
final class Netting {

  private Netting() {}

  static List<BlockFinding> of(List<BlockFinding> findings) {
    Map<Statement, Integer> came = count(findings, true);
    Map<Statement, Integer> went = count(findings, false);
    Map<Statement, Integer> paired = new HashMap<>();
    came.forEach((s, n) -> paired.put(s, Math.min(n, went.getOrDefault(s, 0))));
    Map<Statement, Integer> open = new HashMap<>(paired);
    Map<Statement, Integer> openGone = new HashMap<>(paired);
    List<BlockFinding> netted = new ArrayList<>();
    for (BlockFinding finding : findings) {
      List<Effect> effects =
          finding.effects().stream().map(e -> net(e, e.appears() ? open : openGone)).toList();
      netted.add(finding.withEffects(effects));
    }
    return netted;
  }

  private static Effect net(Effect effect, Map<Statement, Integer> open) {
    int left = effect.statement().map(s -> open.getOrDefault(s, 0)).orElse(0);
    if (left == 0) {
      return effect;
    }
    open.put(effect.statement().orElseThrow(), left - 1);
    return effect.atMost(Severity.MEDIUM);
  }

  private static Map<Statement, Integer> count(List<BlockFinding> findings, boolean appears) {
    Map<Statement, Integer> counts = new HashMap<>();
    for (BlockFinding finding : findings) {
      for (Effect effect : finding.effects()) {
        if (effect.appears() == appears) {
          effect.statement().ifPresent(s -> counts.merge(s, 1, Integer::sum));
        }
      }
    }
    return counts;
  }
}
