package io.clausestream.core.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts remembered provisions beside the clauses of their text. Where a later release cuts or reads
 * the text otherwise, the words decide.
 */
final class Alignment {

  private Alignment() {}

  /** The provision of each clause; null for a clause that is not followed. */
  static @Nullable Provision[] of(Reading text, List<Provision> tracked) {
    @Nullable Provision[] aligned = new @Nullable Provision[text.size()];
    List<Provision> astray = new ArrayList<>();
    for (Provision provision : tracked) {
      int at = provision.clause();
      if (at < aligned.length && text.read().get(at).key() == provision.key()) {
        aligned[at] = provision;
      } else {
        astray.add(provision);
      }
    }
    findByWords(text, astray, aligned);
    return aligned;
  }

  private static void findByWords(
      Reading text, List<Provision> astray, @Nullable Provision[] aligned) {
    if (astray.isEmpty()) {
      return;
    }
    Map<Long, Integer> free = new HashMap<>();
    for (int i = aligned.length - 1; i >= 0; i--) {
      if (aligned[i] == null) {
        free.put(text.read().get(i).key(), i);
      }
    }
    for (Provision provision : astray) {
      Integer at = free.remove(provision.key());
      if (at != null) {
        aligned[at] = provision;
      }
    }
  }
}
