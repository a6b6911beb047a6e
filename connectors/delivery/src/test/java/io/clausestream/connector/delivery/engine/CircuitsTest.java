package io.clausestream.connector.delivery.engine;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.schema.SubscriptionChannel;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CircuitsTest {

  private static final CircuitPolicy POLICY = new CircuitPolicy(4, 50, Duration.ofSeconds(30));

  private final MovableClock clock = new MovableClock(MONDAY_0600);
  private final Circuits circuits =
      new Circuits(EngineLimits.defaults().withWorkers(8, 2), POLICY, clock);

  @Test
  void oneTargetHasItsLimitAndTheOthersTakeTurns() {
    for (int i = 0; i < 5; i++) {
      circuits.add(delivery("a", i));
    }
    circuits.add(delivery("b", 0));
    assertThat(startAll()).containsExactly("a-0", "b-0", "a-1");
    assertThat(circuits.running()).isEqualTo(3);
    assertThat(circuits.queued()).isEqualTo(3);
  }

  @Test
  void aTargetHasRoomForSoManyInMemory() {
    int room = EngineLimits.defaults().queuedPerCircuit();
    assertThat(circuits.room("a")).isEqualTo(room);
    for (int i = 0; i < room; i++) {
      circuits.add(delivery("a", i));
    }
    assertThat(circuits.room("a")).isZero();
    assertThat(circuits.room("b")).isEqualTo(room);
    assertThat(circuits.queuedBytes()).isEqualTo(100L * room);
  }

  @Test
  void aTargetThatFailsRestsThenIsTriedOnceAndComesBack() {
    fail("a", 4);
    assertThat(circuits.open()).isOne();
    assertThat(circuits.room("a")).isZero();
    assertThat(circuits.restsUntil("a")).contains(MONDAY_0600.plusSeconds(30));
    clock.move(Duration.ofSeconds(30));
    assertThat(circuits.room("a")).isZero();
    clock.move(Duration.ofMillis(1));
    assertThat(circuits.room("a")).isOne();
    Delivery probe = delivery("a", 9);
    circuits.add(probe);
    assertThat(circuits.removeHopeless()).isEmpty();
    assertThat(circuits.room("a")).isZero();
    assertThat(circuits.next()).contains(probe);
    circuits.ended(probe, true);
    assertThat(circuits.open()).isZero();
    assertThat(circuits.room("a")).isPositive();
  }

  @Test
  void aProbeThatFailsLetsItRestAgain() {
    fail("a", 4);
    clock.move(Duration.ofSeconds(31));
    Delivery probe = delivery("a", 9);
    circuits.add(probe);
    assertThat(circuits.next()).contains(probe);
    circuits.ended(probe, false);
    assertThat(circuits.restsUntil("a")).contains(MONDAY_0600.plusSeconds(61));
  }

  @Test
  void whatWaitsForATargetThatDiedIsGivenBack() {
    List<Delivery> started = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      circuits.add(delivery("a", i));
    }
    for (int i = 0; i < 4; i++) {
      Delivery next = circuits.next().orElseThrow();
      started.add(next);
      circuits.ended(next, false);
    }
    assertThat(circuits.removeHopeless()).hasSize(6).doesNotContainAnyElementsOf(started);
    assertThat(circuits.queued()).isZero();
    assertThat(circuits.queuedBytes()).isZero();
    assertThat(circuits.next()).isEmpty();
  }

  @Test
  void thoseThatFailShareHalfOfTheWorkersAndHaveOneEach() {
    for (int target = 0; target < 8; target++) {
      fail("bad" + target, 1);
    }
    for (int target = 0; target < 8; target++) {
      circuits.add(delivery("bad" + target, 1));
      circuits.add(delivery("bad" + target, 2));
    }
    assertThat(startAll()).hasSize(4);
    for (int target = 0; target < 4; target++) {
      circuits.add(delivery("good" + target, 0));
    }
    assertThat(startAll()).containsExactly("good0-0", "good1-0", "good2-0", "good3-0");
  }

  private void fail(String circuit, int times) {
    for (int i = 0; i < times; i++) {
      Delivery delivery = delivery(circuit, i);
      circuits.add(delivery);
      assertThat(circuits.next()).contains(delivery);
      circuits.ended(delivery, false);
    }
  }

  private List<String> startAll() {
    List<String> started = new ArrayList<>();
    for (Optional<Delivery> d = circuits.next(); d.isPresent(); d = circuits.next()) {
      started.add(d.get().facts().messageId());
    }
    return started;
  }

  static Delivery delivery(String circuit, int number) {
    SubscriptionChannel target = Samples.webhook("https://" + circuit + ".example/");
    Message message =
        new Message.OfAlert(Samples.alert(circuit + "-" + number, "you", MONDAY_0600));
    Place place = new Place("alerts", 0, number);
    Facts facts =
        Facts.of(DeliveryId.of(message.messageId(), target), message, target.getKind(), place);
    Way way =
        new Way(
            ScriptedChannel.takingAll(),
            target,
            new Recipient("you", Locale.ENGLISH, ZoneOffset.UTC),
            circuit);
    Pending pending = new Pending(new TopicPartition("alerts", 0), number);
    Delivery delivery = Delivery.fresh(facts, message, way, 100, MONDAY_0600, pending);
    pending.open(delivery);
    return delivery;
  }
}
