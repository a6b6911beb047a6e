package io.clausestream.connector.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clausestream.connector.kafka.TransactionTimeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionTimeoutsITCase {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void theEmbeddedBrokerGrantsAWeek() {
    assertThatCode(() -> check(Duration.ofDays(7))).doesNotThrowAnyException();
  }

  @Test
  void theBrokersOwnLimitIsRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(Duration.ofDays(8)))
        .withMessageContaining("transaction.max.timeout.ms=604800000");
  }

  private static void check(Duration timeout) {
    TransactionTimeouts.check(
        SharedBroker.get().connection(), timeout, TEN_SECONDS, Duration.ofDays(6));
  }
}
