package io.clausestream.core.provision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Joins clauses that were reworded: the most alike first, those under the same headings before
 * those elsewhere. Of a clause that was cut in two, or two that became one, the larger part goes
 * on.
 *
 * <p>A clause is compared with few others, whatever the texts: with those that share its rarest
 * words, and with those that stand where it would have stood.
 */
final class Likeness {

  /** Share of common words from which clauses under the same headings are one. */
  private static final double IN_PLACE = 0.45;

  /** The same for clauses under different headings. */
  private static final double ANYWHERE = 0.65;

  /** The same for the only two that are left between neighbours that are the same. */
  private static final double BETWEEN = 0.2;

  /** Share of the words of the shorter clause that stand in the longer one, when it is a part. */
  private static final double PART = 0.8;

  /** A part has at least so many words. */
  private static final int PART_WORDS = 8;

  /** A word in more clauses is no rare word. */
  private static final int RARE = 32;

  /** Most clauses that one is compared with for their words. */
  private static final int MOST = 12;

  /** So far around the place where a clause would have stood, others are compared with it. */
  private static final int REACH = 6;

  private final Reading before;
  private final Reading after;
  private final Matching matching;
  private final Map<Integer, Bag> bagsBefore = new HashMap<>();
  private final Map<Long, List<Integer>> holders = new HashMap<>();

  private Likeness(Reading before, Reading after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  /** A pair of clauses and how alike they are. */
  private record Pair(int before, int after, boolean inPlace, double likeness) {}

  /**
   * Joins what is alike among the clauses without a partner.
   *
   * @param free whether a clause after may get one
   */
  static void join(Reading before, Reading after, Matching matching, IntPredicate free) {
    new Likeness(before, after, matching).join(free);
  }

  private void join(IntPredicate free) {
    for (int i = 0; i < before.size(); i++) {
      if (matching.afterOf(i) == Matching.NONE) {
        index(i);
      }
    }
    if (bagsBefore.isEmpty()) {
      return;
    }
    pairs(free).stream()
        .sorted(
            Comparator.comparing(Pair::inPlace)
                .thenComparing(Pair::likeness)
                .reversed()
                .thenComparing(Pair::after)
                .thenComparing(Pair::before))
        .filter(pair -> isFree(pair.before(), pair.after()))
        .forEachOrdered(pair -> matching.join(pair.before(), pair.after()));
    joinBetween(free);
  }

  private boolean isFree(int i, int j) {
    return matching.afterOf(i) == Matching.NONE && matching.beforeOf(j) == Matching.NONE;
  }

  private void index(int i) {
    Bag bag = Bag.of(before.read().get(i).words());
    bagsBefore.put(i, bag);
    for (long word : bag.distinct()) {
      List<Integer> in = holders.computeIfAbsent(word, w -> new ArrayList<>(1));
      if (in.size() <= RARE) {
        in.add(i);
      }
    }
  }

  private List<Pair> pairs(IntPredicate free) {
    List<Pair> pairs = new ArrayList<>();
    int place = 0;
    for (int j = 0; j < after.size(); j++, place++) {
      if (matching.beforeOf(j) != Matching.NONE) {
        place = matching.beforeOf(j);
      } else if (free.test(j)) {
        compare(j, place, pairs);
      }
    }
    return pairs;
  }

  private void compare(int j, int place, List<Pair> pairs) {
    Bag bag = Bag.of(after.read().get(j).words());
    Set<Integer> candidates = new HashSet<>(sharers(bag));
    for (int i = Math.max(0, place - REACH); i <= Math.min(before.size() - 1, place + REACH); i++) {
      candidates.add(i);
    }
    for (int i : candidates) {
      Bag other = bagsBefore.get(i);
      if (other != null) {
        boolean inPlace = before.read().get(i).pathKey() == after.read().get(j).pathKey();
        double likeness = likeness(other, bag, inPlace);
        if (likeness > 0) {
          pairs.add(new Pair(i, j, inPlace, likeness));
        }
      }
    }
  }

  /** The clauses that share most of the rare words of one. */
  private List<Integer> sharers(Bag bag) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (long word : bag.distinct()) {
      List<Integer> in = holders.getOrDefault(word, List.of());
      if (in.size() <= RARE) {
        in.forEach(i -> shared.merge(i, 1, Integer::sum));
      }
    }
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How alike two clauses are; 0 when too little for where they stand. */
  private static double likeness(Bag a, Bag b, boolean inPlace) {
    int common = a.common(b);
    double share = 2.0 * common / (a.size() + b.size());
    int shorter = Math.min(a.size(), b.size());
    boolean part = inPlace && shorter >= PART_WORDS && common >= PART * shorter;
    return part || share >= (inPlace ? IN_PLACE : ANYWHERE) ? share : 0;
  }

  /** Joins two that are left alone between the same neighbours, though much of them differs. */
  private void joinBetween(IntPredicate free) {
    for (int j = 0; j < after.size(); j++) {
      if (free.test(j) && matching.beforeOf(j) == Matching.NONE) {
        int i = j == 0 ? 0 : matching.beforeOf(j - 1) + 1;
        if (isAlone(i, j)) {
          Bag bag = Bag.of(after.read().get(j).words());
          Bag other = bagsBefore.get(i);
          if (2.0 * other.common(bag) >= BETWEEN * (other.size() + bag.size())) {
            matching.join(i, j);
          }
        }
      }
    }
  }

  private boolean isAlone(int i, int j) {
    if (i >= before.size()
        || j > 0 && i == 0
        || matching.afterOf(i) != Matching.NONE
        || before.read().get(i).pathKey() != after.read().get(j).pathKey()) {
      return false;
    }
    return i + 1 == before.size()
        ? j + 1 == after.size()
        : j + 1 < after.size() && matching.beforeOf(j + 1) == i + 1;
  }
}
