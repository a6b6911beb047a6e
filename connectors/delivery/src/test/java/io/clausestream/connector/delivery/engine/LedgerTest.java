package io.clausestream.connector.delivery.engine;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.delivery.SendResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final TopicPartition PARTITION = new TopicPartition("alerts", 0);

  private final EngineSettings settings = EngineSettings.defaults("test");
  private final Verdicts verdicts =
      new Verdicts(settings, new BackOff(settings.retry(), new Random(7)));
  private final Ledger ledger = new Ledger("run");

  @Test
  void recordsNothingBeyondAMessageThatIsNotDecided() {
    Delivery first = read(0);
    Delivery second = read(1);
    deliver(second);
    assertThat(ledger.next()).isNull();
    assertThat(ledger.held()).isOne();
    assertThat(ledger.blockers()).containsExactly(first);
    deliver(first);
    Batch batch = Objects.requireNonNull(ledger.next());
    assertThat(batch.offsets()).isEqualTo(Map.of(PARTITION, 2L));
    assertThat(batch.decisions()).hasSize(2);
    assertThat(ledger.inFlight()).isEqualTo(2);
    ledger.written();
    assertThat(ledger.inFlight()).isZero();
    assertThat(ledger.next()).isNull();
  }

  @Test
  void theSameBatchIsTriedUntilItIsWritten() {
    deliver(read(0));
    Batch batch = Objects.requireNonNull(ledger.next());
    deliver(read(1));
    assertThat(ledger.next()).isSameAs(batch);
    ledger.written();
    assertThat(Objects.requireNonNull(ledger.next()).marker()).isNotEqualTo(batch.marker());
  }

  @Test
  void aLeasedDeliveryHoldsNoOffsetAndIsInFlightUntilItsResultIsRecorded() {
    Delivery slow = read(0);
    ledger.started();
    deliver(read(1));
    ledger.decide(slow, verdicts.leased(slow, MONDAY_0600, MONDAY_0600));
    slow.handedOver();
    Batch batch = Objects.requireNonNull(ledger.next());
    assertThat(batch.offsets()).isEqualTo(Map.of(PARTITION, 2L));
    assertThat(batch.decisions().get(0).retry().orElseThrow().getReason()).isEqualTo("SENDING");
    ledger.written();
    assertThat(ledger.inFlight()).isOne();
    ledger.decide(slow, verdicts.sent(slow, new SendResult.Delivered(), MONDAY_0600));
    Decision last = Objects.requireNonNull(ledger.next()).decisions().get(0);
    assertThat(last.removes()).isTrue();
    ledger.written();
    assertThat(ledger.inFlight()).isZero();
  }

  @Test
  void messagesWithoutDeliveriesMoveTheOffsetAlone() {
    ledger.add(new Pending(PARTITION, 7));
    Batch batch = Objects.requireNonNull(ledger.next());
    assertThat(batch.decisions()).isEmpty();
    assertThat(batch.offsets()).isEqualTo(Map.of(PARTITION, 8L));
  }

  @Test
  void whatAnotherProcessDoesIsForgottenAndInFlightNoMore() {
    Delivery running = read(0);
    ledger.started();
    deliver(read(1));
    ledger.lose(List.of(PARTITION), settings.topics().retries());
    assertThat(ledger.inFlight()).isOne();
    assertThat(running.isAbandoned()).isTrue();
    ledger.decide(running, verdicts.sent(running, new SendResult.Delivered(), MONDAY_0600));
    assertThat(ledger.inFlight()).isZero();
    assertThat(ledger.next()).isNull();
  }

  private Delivery read(int offset) {
    Delivery delivery = CircuitsTest.delivery("a", offset);
    ledger.add(Objects.requireNonNull(delivery.pending()));
    return delivery;
  }

  private void deliver(Delivery delivery) {
    ledger.started();
    ledger.decide(delivery, verdicts.sent(delivery, new SendResult.Delivered(), MONDAY_0600));
  }
}
