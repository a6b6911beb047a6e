package io.clausestream.connector.delivery.engine;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryRetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Duration MAX_AGE = Duration.ofDays(3);
  private static final Instant FAR = MONDAY_0600.plus(Duration.ofDays(2));

  private final RetrySchedule schedule = schedule(1000);

  @Test
  void givesWhatIsDueTheSoonestFirst() {
    schedule.apply(0, 1, "b", retry("b", MONDAY_0600.plusSeconds(2), null));
    schedule.apply(0, 2, "a", retry("a", MONDAY_0600.plusSeconds(1), null));
    schedule.apply(0, 3, "c", retry("c", MONDAY_1200, null));
    assertThat(due(MONDAY_0600)).isEmpty();
    assertThat(due(MONDAY_0600.plusSeconds(2))).containsExactly("a", "b");
    assertThat(due(MONDAY_0600.plusSeconds(2))).isEmpty();
    assertThat(schedule.size()).isEqualTo(3);
  }

  @Test
  void aLaterRecordReplacesAndAnEmptyOneRemoves() {
    schedule.apply(0, 1, "a", retry("a", MONDAY_0600, null));
    schedule.apply(0, 2, "a", retry("a", MONDAY_1200, null));
    assertThat(due(MONDAY_0600)).isEmpty();
    schedule.apply(0, 1, "a", retry("a", MONDAY_0600, null));
    assertThat(due(MONDAY_0600)).isEmpty();
    schedule.apply(0, 3, "a", null);
    assertThat(due(FAR)).isEmpty();
    assertThat(schedule.size()).isZero();
  }

  @Test
  void whatIsInHandIsNotGivenTwiceUntilItsDecisionIsRecorded() {
    schedule.apply(0, 1, "a", retry("a", MONDAY_0600, null));
    RetryEntry inHand = schedule.takeDue(MONDAY_0600, 9).get(0);
    schedule.apply(0, 2, "a", retry("a", MONDAY_0600, null));
    assertThat(due(FAR)).isEmpty();
    schedule.recorded(inHand);
    schedule.apply(0, 3, "a", retry("a", MONDAY_1200, null));
    assertThat(due(MONDAY_1200)).containsExactly("a");
  }

  @Test
  void whatIsParkedWaitsForItsTargetAndIsStillFoundLateOrTooOld() {
    schedule.apply(0, 1, "late", retry("late", MONDAY_0600, MONDAY_1200));
    schedule.apply(0, 2, "old", retry("old", MONDAY_0600, null));
    schedule.takeDue(MONDAY_0600, 9).forEach(e -> schedule.park(e, "target"));
    assertThat(due(MONDAY_0600.plusSeconds(1))).isEmpty();
    assertThat(due(MONDAY_1200)).containsExactly("late");
    assertThat(due(MONDAY_0600.plus(MAX_AGE).minusMillis(1))).isEmpty();
    assertThat(due(MONDAY_0600.plus(MAX_AGE))).containsExactly("old");
    assertThat(schedule.takeParked("target", 9)).isEmpty();
    assertThat(schedule.parkedCircuits()).isEmpty();
  }

  @Test
  void givesWhatIsParkedInItsOrderAndNoMoreThanAskedFor() {
    for (String id : List.of("a", "b", "c")) {
      schedule.apply(0, 1, id, retry(id, MONDAY_0600, null));
    }
    schedule.takeDue(MONDAY_0600, 9).forEach(e -> schedule.park(e, "target"));
    assertThat(ids(schedule.takeParked("other", 9))).isEmpty();
    assertThat(ids(schedule.takeParked("target", 2))).containsExactly("a", "b");
    schedule.apply(0, 2, "c", null);
    assertThat(ids(schedule.takeParked("target", 2))).isEmpty();
  }

  @Test
  void whatIsGivenBackIsDueAtOnce() {
    schedule.apply(0, 1, "a", retry("a", MONDAY_0600, null));
    RetryEntry entry = schedule.takeDue(MONDAY_0600, 9).get(0);
    schedule.putBack(entry, MONDAY_1200);
    assertThat(due(MONDAY_0600)).isEmpty();
    assertThat(due(MONDAY_1200)).containsExactly("a");
  }

  @Test
  void nothingIsToldOfALeasedOneBeforeItsLeaseEnds() {
    DeliveryRetry leased = retry("a", MONDAY_1200, MONDAY_0600);
    leased.setReason(RetryEntry.LEASED);
    schedule.apply(0, 1, "a", leased);
    assertThat(due(MONDAY_1200.minusMillis(1))).isEmpty();
    RetryEntry entry = schedule.takeDue(MONDAY_1200, 9).get(0);
    assertThat(entry.isLateUntold(MONDAY_1200)).isTrue();
  }

  @Test
  void aPartitionThatGoesTakesItsEntriesAlong() {
    schedule.apply(0, 1, "a", retry("a", MONDAY_0600, null));
    schedule.apply(1, 1, "b", retry("b", MONDAY_0600, null));
    RetryEntry inHand = schedule.takeDue(MONDAY_0600, 1).get(0);
    schedule.drop(0);
    schedule.park(inHand, "target");
    assertThat(schedule.takeParked("target", 9)).isEmpty();
    assertThat(due(FAR)).containsExactly("b");
    assertThat(schedule.size()).isOne();
  }

  @Test
  void whatHasNoPlaceStaysOnTheTopicUntilItsTargetHoldsFew() {
    RetrySchedule small = schedule(8);
    for (int i = 0; i < 10; i++) {
      small.apply(0, 10 + i, "a" + i, retry("a" + i, MONDAY_0600, null));
    }
    // Of eight places one target has four.
    assertThat(small.size()).isEqualTo(4);
    assertThat(small.crowdedTargets()).isOne();
    assertThat(small.left()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(small.left()).isEmpty();
      small.apply(0, 20 + i, "a" + i, null);
    }
    assertThat(small.left()).containsExactly(Map.entry(0, 14L));
    small.leftIsReadAgain();
    assertThat(small.crowdedTargets()).isZero();
    // Read again: what is in memory is known, what has gone since goes again.
    small.apply(0, 14, "a4", retry("a4", MONDAY_0600, null));
    small.apply(0, 15, "a5", retry("a5", MONDAY_0600, null));
    small.apply(0, 23, "a4", null);
    assertThat(ids(small.takeDue(FAR, 9))).containsExactly("a3", "a5");
  }

  @Test
  void manyDeadTargetsDoNotTakeThePlaceOfAnother() {
    RetrySchedule small =
        new RetrySchedule(MAX_AGE, new WaitingRoom(64), e -> e.deliveryId().substring(0, 1));
    for (String target : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      for (int i = 0; i < 64; i++) {
        String id = target + i;
        small.apply(0, 1 + i, id, retry(id, MONDAY_0600, null));
      }
      assertThat(small.size()).isLessThanOrEqualTo(64);
    }
    List<String> due = ids(small.takeDue(FAR, 64));
    for (String target : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      assertThat(due).filteredOn(id -> id.startsWith(target)).hasSizeBetween(6, 8);
    }
  }

  private static RetrySchedule schedule(int places) {
    return new RetrySchedule(MAX_AGE, new WaitingRoom(places), entry -> "target");
  }

  private List<String> due(Instant now) {
    return ids(schedule.takeDue(now, 9));
  }

  private static List<String> ids(List<RetryEntry> entries) {
    return entries.stream().map(RetryEntry::deliveryId).toList();
  }

  private static DeliveryRetry retry(String id, Instant notBefore, @Nullable Instant lateAfter) {
    return DeliveryRetry.newBuilder()
        .setDeliveryId(id)
        .setMessageId("m")
        .setSubscriberId("you")
        .setChannel(ChannelKind.WEBHOOK)
        .setTopic("alerts")
        .setPartition(0)
        .setOffset(0)
        .setAttempts(1)
        .setFirstAttemptAt(MONDAY_0600)
        .setNotBefore(notBefore)
        .setLateAfter(lateAfter)
        .setReason("HTTP_STATUS")
        .build();
  }
}
