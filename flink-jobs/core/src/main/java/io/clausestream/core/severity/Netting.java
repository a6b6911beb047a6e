package io.clausestream.core.severity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A statement that goes in one block and comes in much the same sentence in another was moved or
 * reworded, not dropped and made: it is then no more severe than MEDIUM on either side.
 */
final class Netting {

  /** Beyond so many effects on a side a document is rewritten, and nothing is paired. */
  private static final int MOST = 400;

  private Netting() {}

  static List<BlockFinding> of(List<BlockFinding> findings) {
    List<Effect> came = effects(findings, true);
    List<Effect> went = effects(findings, false);
    if (came.size() > MOST || went.size() > MOST) {
      return findings;
    }
    Set<Effect> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Effect effect : came) {
      went.stream()
          .filter(other -> !paired.contains(other) && isSame(effect, other))
          .findFirst()
          .ifPresent(
              other -> {
                paired.add(effect);
                paired.add(other);
              });
    }
    return findings.stream().map(finding -> net(finding, paired)).toList();
  }

  private static boolean isSame(Effect came, Effect went) {
    return came.statement().equals(went.statement()) && came.isInSentenceOf(went);
  }

  private static BlockFinding net(BlockFinding finding, Set<Effect> paired) {
    return finding.withEffects(
        finding.effects().stream()
            .map(e -> paired.contains(e) ? e.atMost(Severity.MEDIUM) : e)
            .toList());
  }

  private static List<Effect> effects(List<BlockFinding> findings, boolean appears) {
    List<Effect> effects = new ArrayList<>();
    for (BlockFinding finding : findings) {
      finding.effects().stream()
          .filter(effect -> effect.statement().isPresent() && effect.appears() == appears)
          .forEach(effects::add);
    }
    return effects;
  }
}
