package io.clausestream.connector.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "99999999999999999, PT24H",
    "'Mon, 05 Jan 2026 06:01:30 GMT', PT1M30S",
    "'Mon, 05 Jan 2026 05:00:00 GMT', PT0S",
    "'Fri, 01 Jan 2100 00:00:00 GMT', PT24H"
  })
  void secondsAndInstantsAreReadAndBounded(String header, Duration wait) {
    assertThat(RetryAfter.parse(Optional.of(header), Instants.MONDAY_0600)).hasValue(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999999"})
  void anythingElseIsNoWish(String header) {
    assertThat(RetryAfter.parse(Optional.of(header), Instants.MONDAY_0600)).isEmpty();
  }

  @Test
  void noHeaderIsNoWish() {
    assertThat(RetryAfter.parse(Optional.empty(), Instants.MONDAY_0600)).isEmpty();
  }
}
