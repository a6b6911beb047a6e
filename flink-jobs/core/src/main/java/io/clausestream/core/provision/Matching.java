package io.clausestream.core.provision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * Which clause of a text is which of another: same words first, those in the same place before
 * those elsewhere; then by likeness. Each clause has at most one partner.
 */
final class Matching {

  /** Stands for no partner. */
  static final int NONE = -1;

  private final Reading before;
  private final Reading after;
  private final int[] beforeOf;
  private final int[] afterOf;

  Matching(Reading before, Reading after) {
    this.before = before;
    this.after = after;
    this.beforeOf = filled(after.size());
    this.afterOf = filled(before.size());
  }

  private static int[] filled(int size) {
    int[] none = new int[size];
    Arrays.fill(none, NONE);
    return none;
  }

  /** The clause before that a clause after is; {@link #NONE} when it is none of them. */
  int beforeOf(int afterClause) {
    return beforeOf[afterClause];
  }

  /** The clause after that a clause before became; {@link #NONE} when it is none of them. */
  int afterOf(int beforeClause) {
    return afterOf[beforeClause];
  }

  void join(int beforeClause, int afterClause) {
    beforeOf[afterClause] = beforeClause;
    afterOf[beforeClause] = afterClause;
  }

  /** Joins clauses with the same words: of equal ones those with the same neighbour. */
  Matching joinEqual() {
    joinBy((text, at) -> mix(placed(text, at), text.keyBefore(at)));
    joinBy(Matching::placed);
    joinBy((text, at) -> mix(text.read().get(at).key(), text.keyBefore(at)));
    joinBy((text, at) -> text.read().get(at).key());
    return this;
  }

  private static long placed(Reading text, int at) {
    Reading.Read read = text.read().get(at);
    return mix(read.key(), read.pathKey());
  }

  private static long mix(long a, long b) {
    return a * 0x9E3779B97F4A7C15L + Long.rotateLeft(b, 31);
  }

  private void joinBy(ToLongBiFunction<Reading, Integer> key) {
    Map<Long, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (afterOf[i] == NONE) {
        free.computeIfAbsent(key.applyAsLong(before, i), k -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.size() && !free.isEmpty(); j++) {
      Deque<Integer> same = beforeOf[j] == NONE ? free.get(key.applyAsLong(after, j)) : null;
      if (same != null && !same.isEmpty()) {
        join(same.remove(), j);
      }
    }
  }
}
