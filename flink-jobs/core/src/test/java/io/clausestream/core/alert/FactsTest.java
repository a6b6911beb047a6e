package io.clausestream.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.alert.Facts.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Instant AT = Instant.parse("2026-03-02T06:00:00Z");

  @Test
  void howWordsAreSetSaysNothing() {
    assertThat(Facts.of(List.of(words("p1", "You  May\nleave", "You must stay"))))
        .isEqualTo(Facts.of(List.of(words("p1", "you may leave ", "You must  STAY"))));
  }

  @Test
  void anotherWordProvisionOrSideIsAnotherFact() {
    Set<String> fact = Facts.of(List.of(words("p1", "30 days", "90 days")));

    assertThat(fact)
        .isNotEqualTo(Facts.of(List.of(words("p1", "30 days", "91 days"))))
        .isNotEqualTo(Facts.of(List.of(words("p2", "30 days", "90 days"))))
        .isNotEqualTo(Facts.of(List.of(words("p1", "90 days", "30 days"))));
  }

  @Test
  void aProvisionWithoutIdMayBeAnySoNothingIsSaid() {
    Words unknown = new Words(Optional.empty(), List.of("a"), List.of("b"));

    assertThat(Facts.of(List.of(words("p1", "a", "b"), unknown))).isEmpty();
  }

  @Test
  void aChangeRepeatsTheFirstThatToldAllOfItWithinAWeek() {
    ToldChange first = told("c1", AT, "f1", "f2");
    ToldChange second = told("c2", AT.plus(Duration.ofDays(3)), "f1", "f2");

    assertThat(told("c3", AT.plus(Duration.ofDays(7)), "f2").repeats(List.of(second, first)))
        .contains(first);
    assertThat(
            told("c3", AT.plus(Duration.ofDays(7)).plusMillis(1), "f2")
                .repeats(List.of(second, first)))
        .contains(second);
    assertThat(told("c3", AT.plusMillis(1), "f2", "f3").repeats(List.of(first))).isEmpty();
    assertThat(told("c3", AT.plusMillis(1)).repeats(List.of(first))).isEmpty();
    assertThat(told("c3", AT.minusMillis(1), "f1").repeats(List.of(first))).isEmpty();
    assertThat(first.repeats(List.of(first))).isEmpty();
  }

  private static ToldChange told(String id, Instant at, String... facts) {
    return new ToldChange(id, at, Set.of(facts));
  }

  private static Words words(String id, String before, String after) {
    return new Words(Optional.of(id), List.of(before), List.of(after));
  }
}
