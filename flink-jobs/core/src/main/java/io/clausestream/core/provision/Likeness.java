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

  /** Share of common words from which clauses in the same place are one. */
  private static final double IN_PLACE = 0.4;

  /** The same for clauses in different places. */
  private static final double ANYWHERE = 0.55;

  /** The same for the only two that are left between neighbours that are the same. */
  private static final double BETWEEN = 0.25;

  /** Share of the words of the shorter clause that stand in the longer one, when it is a part. */
  private static final double PART = 0.8;

  /** Share of common words below which a part is too small to be what the clause became. */
  private static final double SMALLEST_PART = 0.2;

  /** A part has at least so many words. */
  private static final int PART_WORDS = 8;

  /** A word in more clauses is no rare word. */
  private static final int RARE = 32;

  /** Most clauses that one is compared with for their words. */
  private static final int MOST = 12;

  /** So far around the place where a clause would have stood, others are compared with it. */
  private static final int REACH = 6;

  /** What the first round joined shows the second where sections went. */
  private static final int ROUNDS = 2;

  private final Reading before;
  private final Reading after;
  private final Matching matching;
  private final IntPredicate free;
  private final Map<Long, Integer> counts = new HashMap<>();
  private final Map<Integer, Bag> bagsBefore = new HashMap<>();
  private final Map<Integer, Bag> bagsAfter = new HashMap<>();
  private final Map<Long, List<Integer>> holders = new HashMap<>();
  private Sections sections;

  private Likeness(Reading before, Reading after, Matching matching, IntPredicate free) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    this.free = free;
    this.sections = new Sections(before, after, matching);
  }

  /** A pair of clauses and how alike they are. */
  private record Pair(int before, int after, boolean inPlace, double likeness) {}

  /**
   * Joins what is alike among the clauses without a partner.
   *
   * @param free whether a clause after may get one
   */
  static void join(Reading before, Reading after, Matching matching, IntPredicate free) {
    new Likeness(before, after, matching, free).join();
  }

  private void join() {
    if (!read()) {
      return;
    }
    for (int round = 0; round < ROUNDS; round++) {
      pairs().stream()
          .sorted(
              Comparator.comparing(Pair::inPlace)
                  .thenComparing(Pair::likeness)
                  .reversed()
                  .thenComparing(Pair::after)
                  .thenComparing(Pair::before))
          .filter(pair -> isFree(pair.before(), pair.after()))
          .forEachOrdered(pair -> matching.join(pair.before(), pair.after()));
      sections = new Sections(before, after, matching);
    }
    joinBetween();
  }

  /** Reads the clauses without a partner; false when one side has none. */
  private boolean read() {
    boolean[] sides = new boolean[2];
    for (int i = 0; i < before.size(); i++) {
      sides[0] |= matching.afterOf(i) == Matching.NONE;
    }
    for (int j = 0; j < after.size(); j++) {
      sides[1] |= isFree(j);
    }
    if (!sides[0] || !sides[1]) {
      return false;
    }
    before.read().forEach(this::count);
    after.read().forEach(this::count);
    for (int i = 0; i < before.size(); i++) {
      if (matching.afterOf(i) == Matching.NONE) {
        index(i);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      if (isFree(j)) {
        bagsAfter.put(j, Bag.of(after.read().get(j).words(), counts));
      }
    }
    return true;
  }

  private void count(Reading.Read clause) {
    long[] words = Bag.words(clause.words());
    for (int w = 0; w < words.length; w++) {
      if (w == 0 || words[w] != words[w - 1]) {
        counts.merge(words[w], 1, Integer::sum);
      }
    }
  }

  private boolean isFree(int j) {
    return matching.beforeOf(j) == Matching.NONE && free.test(j);
  }

  private boolean isFree(int i, int j) {
    return matching.afterOf(i) == Matching.NONE && matching.beforeOf(j) == Matching.NONE;
  }

  private void index(int i) {
    Bag bag = Bag.of(before.read().get(i).words(), counts);
    bagsBefore.put(i, bag);
    for (long word : bag.distinct()) {
      List<Integer> in = holders.computeIfAbsent(word, w -> new ArrayList<>(1));
      if (in.size() <= RARE) {
        in.add(i);
      }
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int place = 0;
    for (int j = 0; j < after.size(); j++, place++) {
      if (matching.beforeOf(j) != Matching.NONE) {
        place = matching.beforeOf(j);
      } else if (isFree(j)) {
        compare(j, place, pairs);
      }
    }
    return pairs;
  }

  private void compare(int j, int place, List<Pair> pairs) {
    Bag bag = bagsAfter.get(j);
    Set<Integer> candidates = new HashSet<>(sharers(bag));
    for (int i = Math.max(0, place - REACH); i <= Math.min(before.size() - 1, place + REACH); i++) {
      candidates.add(i);
    }
    for (int i : candidates) {
      if (matching.afterOf(i) == Matching.NONE) {
        boolean inPlace = sections.same(i, j) || sections.adjoin(i, j);
        double likeness = likeness(bagsBefore.get(i), bag, inPlace);
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
    Bag.Common common = a.common(b);
    boolean part = Math.min(a.size(), b.size()) >= PART_WORDS && common.part() >= PART;
    double least = !inPlace ? ANYWHERE : part ? SMALLEST_PART : IN_PLACE;
    return common.share() >= least ? common.share() : 0;
  }

  /** Joins two that are left alone between the same neighbours, though much of them differs. */
  private void joinBetween() {
    for (int j = 0; j < after.size(); j++) {
      int i = j == 0 ? 0 : matching.beforeOf(j - 1) + 1;
      if (isFree(j)
          && isAlone(i, j)
          && bagsBefore.get(i).common(bagsAfter.get(j)).share() >= BETWEEN) {
        matching.join(i, j);
      }
    }
  }

  private boolean isAlone(int i, int j) {
    if (i >= before.size()
        || j > 0 && i == 0
        || matching.afterOf(i) != Matching.NONE
        || !sections.same(i, j)) {
      return false;
    }
    return i + 1 == before.size()
        ? j + 1 == after.size()
        : j + 1 < after.size() && matching.beforeOf(j + 1) == i + 1;
  }
}
