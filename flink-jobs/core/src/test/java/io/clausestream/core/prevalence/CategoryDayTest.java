package io.clausestream.core.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CategoryDayTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  private final Map<String, Integer> documents = new HashMap<>();

  @Test
  void platformsThatHoldItAndPlatformsThatWereReadAreCounted() {
    CategoryDay day = new CategoryDay(MONDAY);
    day.read("A", 1);
    day.read("A", 1);
    day.read("B", 0);

    DayCount count = close(day, CategoryTally.NONE);

    assertThat(count.after()).isEqualTo(new CategoryTally(MONDAY, 1, 2, List.of()));
    assertThat(count.began()).containsExactly("A");
    assertThat(count.isNews()).isTrue();
    assertThat(documents).isEqualTo(Map.of("A", 2, "B", 0));
  }

  @Test
  void aPlatformCeasesWithItsLastDocumentOnly() {
    CategoryTally before = closeMonday();
    CategoryDay day = new CategoryDay(TUESDAY);
    day.read("A", -1);
    DayCount one = close(day, before);
    CategoryDay next = new CategoryDay(TUESDAY.plusDays(1));
    next.read("A", -1);

    DayCount two = close(next, one.after());

    assertThat(one.isNews()).isFalse();
    assertThat(one.after().with()).isEqualTo(1);
    assertThat(two.ceased()).containsExactly("A");
    assertThat(two.after().with()).isZero();
    assertThat(two.after().tracked()).isEqualTo(1);
  }

  @Test
  void whatComesAndGoesOnOneDayIsNoNews() {
    CategoryTally before = closeMonday();
    CategoryDay day = new CategoryDay(TUESDAY);
    day.read("A", -1);
    day.read("A", 1);
    day.read("A", 0);

    assertThat(close(day, before).isNews()).isFalse();
  }

  @Test
  void platformsThatMovedOnTheDayAreToldByDirection() {
    CategoryDay day = new CategoryDay(TUESDAY);
    day.moved(new Move(Direction.ADVERSE, "A", at("2026-03-03T23:59:59.999Z"), "1"));
    day.moved(new Move(Direction.ADVERSE, "A", at("2026-03-03T00:00:00Z"), "2"));
    day.moved(new Move(Direction.PROTECTIVE, "B", at("2026-03-03T12:00:00Z"), "3"));

    DayCount count = close(day, closeMonday());

    assertThat(count.adverse()).containsExactly("A");
    assertThat(count.protective()).containsExactly("B");
    assertThat(count.after().waiting()).extracting(Move::changeId).containsExactly("3", "1");
  }

  @Test
  void aMoveThatCameLateIsNoMoveOfTheDayButMayBePartOfAMovement() {
    CategoryDay day = new CategoryDay(TUESDAY);
    day.moved(new Move(Direction.ADVERSE, "A", at("2026-03-02T12:00:00Z"), "late"));
    day.moved(new Move(Direction.ADVERSE, "B", at("2016-03-02T12:00:00Z"), "years late"));

    DayCount count = close(day, closeMonday());

    assertThat(count.adverse()).isEmpty();
    assertThat(count.isNews()).isFalse();
    assertThat(count.after().waiting()).extracting(Move::changeId).containsExactly("late");
  }

  private CategoryTally closeMonday() {
    CategoryDay day = new CategoryDay(MONDAY);
    day.read("A", 1);
    day.read("A", 1);
    return close(day, CategoryTally.NONE).after();
  }

  private DayCount close(CategoryDay day, CategoryTally before) {
    return day.close(
        before,
        new PlatformCounts() {
          @Override
          public OptionalInt documents(String platform) {
            Integer known = documents.get(platform);
            return known == null ? OptionalInt.empty() : OptionalInt.of(known);
          }

          @Override
          public void put(String platform, int count) {
            documents.put(platform, count);
          }
        },
        MovementRule.DEFAULT);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
