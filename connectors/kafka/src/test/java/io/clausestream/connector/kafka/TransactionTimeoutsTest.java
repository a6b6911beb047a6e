package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransactionTimeoutsTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration A_DAY = Duration.ofDays(1);

  @Test
  void aTimeoutThatCoversAnOutageAndThatTheBrokerGrantsIsFine() {
    assertThat(
            TransactionTimeouts.problem(
                Duration.ofDays(7), A_DAY.plus(TEN_SECONDS), TEN_SECONDS, A_DAY))
        .isEmpty();
  }

  @Test
  void aTimeoutAboveTheBrokersLimitIsRefusedWithTheRemedy() {
    assertThat(
            TransactionTimeouts.problem(
                Duration.ofMinutes(15), Duration.ofDays(2), TEN_SECONDS, A_DAY))
        .hasValue(
            "The transaction timeout of PT48H is above the Kafka broker's"
                + " transaction.max.timeout.ms=900000 (PT15M): set that to 172800000 or more on the"
                + " brokers, or lower the timeout.");
  }

  @Test
  void aTimeoutThatAnOutageOutlastsIsRefusedWithTheRemedy() {
    assertThat(TransactionTimeouts.problem(Duration.ofDays(7), A_DAY, TEN_SECONDS, A_DAY))
        .hasValueSatisfying(
            message -> assertThat(message).endsWith("raise the timeout to PT24H10S or more."));
  }
}
