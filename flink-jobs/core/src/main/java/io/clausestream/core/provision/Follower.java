package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the provisions of a document from one text in force to the next. A pure function of its
 * inputs; memory and time are linear in the two texts but for what {@link Likeness} bounds.
 */
public final class Follower {

  /** So long a removed provision is remembered. */
  static final Duration REMEMBERED = Duration.ofDays(365);

  private final Reading before;
  private final Reading after;
  private final Provisions known;
  private final Instant at;
  private final Matching matching;
  private final Ids ids;
  private final @Nullable Provision[] old;
  private final @Nullable Provision[] now;
  private final Map<Integer, RemovedProvision> returned = new HashMap<>();

  private Follower(String documentId, Reading before, Provisions known, Reading after, Instant at) {
    this.before = before;
    this.after = after;
    this.known = known;
    this.at = at;
    this.matching = new Matching(before, after);
    this.ids = new Ids(documentId, after);
    this.old = Alignment.of(before, known.tracked());
    this.now = new @Nullable Provision[after.size()];
  }

  /**
   * The provisions of the first text that is known of a document.
   *
   * @param at when its capture was fetched
   */
  public static Provisions first(String documentId, List<Block> text, Instant at) {
    return follow(documentId, List.of(), Provisions.EMPTY, text, at, List.of()).now();
  }

  /**
   * What a new text makes of the provisions of a document.
   *
   * @param before the text that was in force
   * @param known its provisions
   * @param after the text that is in force now
   * @param at when its first capture was fetched
   * @param told the blocks of the change that is told, with their places; empty when none is
   */
  public static Followed follow(
      String documentId,
      List<Block> before,
      Provisions known,
      List<Block> after,
      Instant at,
      List<Hunk> told) {
    return new Follower(documentId, Reading.of(before), known, Reading.of(after), at).follow(told);
  }

  private Followed follow(List<Hunk> told) {
    matching.joinEqual();
    recallRemoved();
    Likeness.join(before, after, matching, clause -> !returned.containsKey(clause));
    List<Lineages.Touched> touched = new Lineages(before, after, matching).of(told);
    keep();
    touched.forEach(this::date);
    addNew();
    return new Followed(new Provisions(tracked(), removed()), changes(touched));
  }

  /** A clause that was removed and is back, word by word, is the same provision. */
  private void recallRemoved() {
    Map<Long, RemovedProvision> byKey = new HashMap<>();
    for (RemovedProvision provision : remembered()) {
      byKey.put(provision.key(), provision);
    }
    for (int j = 0; j < after.size() && !byKey.isEmpty(); j++) {
      if (matching.beforeOf(j) == Matching.NONE) {
        RemovedProvision back = byKey.remove(after.read().get(j).key());
        if (back != null) {
          returned.put(j, back);
        }
      }
    }
  }

  private List<RemovedProvision> remembered() {
    return known.removed().stream()
        .filter(provision -> !provision.removedAt().plus(REMEMBERED).isBefore(at))
        .toList();
  }

  private void keep() {
    for (int j = 0; j < after.size(); j++) {
      int i = matching.beforeOf(j);
      Provision kept = i == Matching.NONE ? null : old[i];
      if (kept != null) {
        now[j] = provision(j, kept.id(), kept.firstSeen(), kept.lastChanged());
      }
    }
  }

  private Provision provision(int clause, String id, Instant firstSeen, Instant lastChanged) {
    return new Provision(id, clause, after.read().get(clause).key(), firstSeen, lastChanged);
  }

  private void date(Lineages.Touched touched) {
    int clause = touched.pair().after();
    Provision kept = clause == Matching.NONE ? null : now[clause];
    if (kept != null && touched.lineage() == Lineage.REWORDED) {
      now[clause] = provision(clause, kept.id(), kept.firstSeen(), at);
    }
  }

  private void addNew() {
    known.tracked().forEach(provision -> ids.take(provision.id()));
    known.removed().forEach(provision -> ids.take(provision.id()));
    int room = Provisions.MAX_TRACKED - tracked().size();
    String before = "";
    for (int j = 0; j < after.size(); j++) {
      if (now[j] == null && room > 0) {
        room--;
        RemovedProvision back = returned.get(j);
        now[j] =
            back == null
                ? provision(j, ids.make(j, before), at, at)
                : provision(j, back.id(), back.firstSeen(), at);
      }
      Provision here = now[j];
      before = here == null ? "" : here.id();
    }
  }

  private List<Provision> tracked() {
    List<Provision> tracked = new ArrayList<>();
    for (Provision provision : now) {
      if (provision != null) {
        tracked.add(provision);
      }
    }
    return tracked;
  }

  /** What was removed before and is not back, then what goes now; the last of these. */
  private List<RemovedProvision> removed() {
    List<RemovedProvision> removed = new ArrayList<>(remembered());
    returned.forEach(
        (clause, back) -> {
          if (now[clause] != null) {
            removed.remove(back);
          }
        });
    for (int i = 0; i < old.length; i++) {
      Provision gone = matching.afterOf(i) == Matching.NONE ? old[i] : null;
      if (gone != null) {
        removed.add(new RemovedProvision(gone.id(), gone.key(), gone.firstSeen(), at));
      }
    }
    int over = Math.max(0, removed.size() - Provisions.MAX_REMOVED);
    return removed.subList(over, removed.size());
  }

  private List<ProvisionChange> changes(List<Lineages.Touched> touched) {
    return touched.stream().map(this::change).toList();
  }

  private ProvisionChange change(Lineages.Touched touched) {
    int i = touched.pair().before();
    int j = touched.pair().after();
    Optional<Provision> provision = Optional.ofNullable(j == Matching.NONE ? old[i] : now[j]);
    return new ProvisionChange(
        provision.map(Provision::id),
        touched.lineage(),
        i == Matching.NONE ? Optional.empty() : Optional.of(before.clause(i)),
        j == Matching.NONE ? Optional.empty() : Optional.of(after.clause(j)),
        provision.map(Provision::firstSeen).orElse(at),
        j == Matching.NONE ? at : provision.map(Provision::lastChanged).orElse(at),
        touched.told());
  }
}
