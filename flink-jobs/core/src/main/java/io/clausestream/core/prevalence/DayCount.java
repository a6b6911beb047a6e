package io.clausestream.core.prevalence;

import java.util.List;

/**
 * A category at the end of a day. The lists of platforms are sorted.
 *
 * @param before where it stood before
 * @param after where it stands
 * @param began platforms that hold it and did not before
 * @param ceased platforms that held it and do no more
 * @param adverse platforms that moved it against the user on this day
 * @param protective platforms that moved it for the user on this day
 * @param movements several platforms that moved it in one direction
 */
public record DayCount(
    CategoryTally before,
    CategoryTally after,
    List<String> began,
    List<String> ceased,
    List<String> adverse,
    List<String> protective,
    List<CoMovement> movements) {

  /** Copies the lists. */
  public DayCount {
    began = List.copyOf(began);
    ceased = List.copyOf(ceased);
    adverse = List.copyOf(adverse);
    protective = List.copyOf(protective);
    movements = List.copyOf(movements);
  }

  /** Whether the day tells anything that the day before did not. */
  public boolean isNews() {
    return before.tracked() != after.tracked()
        || !began.isEmpty()
        || !ceased.isEmpty()
        || !adverse.isEmpty()
        || !protective.isEmpty()
        || !movements.isEmpty();
  }
}
