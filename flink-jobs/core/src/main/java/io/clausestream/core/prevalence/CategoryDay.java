package io.clausestream.core.prevalence;

import io.clausestream.core.severity.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one UTC day brought in one category. It sums up, so the order in which platforms come does
 * not matter. One thread; {@link #close} is the last call.
 */
public final class CategoryDay {

  private final LocalDate day;
  private final SortedMap<String, Integer> documents = new TreeMap<>();
  private final SortedMap<String, Move> moves = new TreeMap<>();
  private final SortedSet<String> adverse = new TreeSet<>();
  private final SortedSet<String> protective = new TreeSet<>();

  /** Of a day in UTC. */
  public CategoryDay(LocalDate day) {
    this.day = day;
  }

  /** The day of an instant, in UTC. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The first instant after a day. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * A document of a platform was read.
   *
   * @param difference 1 if it holds the category now, -1 if no more, 0 if nothing changed
   */
  public void read(String platform, int difference) {
    documents.merge(platform, difference, Integer::sum);
  }

  /** A platform moved. A move of another day, which came late, is only part of movements. */
  public void moved(Move move) {
    moves.merge(move.direction() + " " + move.platform(), move, Move::later);
    if (dayOf(move.at()).equals(day)) {
      (move.direction() == Direction.ADVERSE ? adverse : protective).add(move.platform());
    }
  }

  /**
   * The day has ended.
   *
   * @param before where the category stood
   * @param counts what the platforms hold; changed in place
   */
  public DayCount close(CategoryTally before, PlatformCounts counts, MovementRule rule) {
    List<String> began = new ArrayList<>();
    List<String> ceased = new ArrayList<>();
    int tracked = before.tracked();
    for (Map.Entry<String, Integer> read : documents.entrySet()) {
      OptionalInt had = counts.documents(read.getKey());
      int has = Math.max(0, had.orElse(0) + read.getValue());
      counts.put(read.getKey(), has);
      tracked += had.isEmpty() ? 1 : 0;
      if (has > 0 && had.orElse(0) == 0) {
        began.add(read.getKey());
      } else if (has == 0 && had.orElse(0) > 0) {
        ceased.add(read.getKey());
      }
    }
    List<Move> all = new ArrayList<>(before.waiting());
    all.addAll(moves.values());
    Movements movements = Movements.at(endOf(day), all, rule);
    CategoryTally after =
        new CategoryTally(
            day, before.with() + began.size() - ceased.size(), tracked, movements.waiting());
    return new DayCount(
        before,
        after,
        began,
        ceased,
        List.copyOf(adverse),
        List.copyOf(protective),
        movements.told());
  }
}
