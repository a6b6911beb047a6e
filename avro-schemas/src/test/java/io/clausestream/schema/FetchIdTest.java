package io.clausestream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FetchIdTest {

  private static final Instant FETCHED_AT = Instant.parse("2026-01-05T06:00:00.123Z");

  /** Computed by another program: the id is a promise to producers in any language. */
  @Test
  void isTheHashThatTheContractNames() {
    assertThat(FetchId.of("Example/Terms of Service", FETCHED_AT, "ab".repeat(32)))
        .isEqualTo("2e2c6ad02f95cee7901274505a00ede2");
    assertThat(FetchId.of("Beispiel/Datenschutzerklärung", FETCHED_AT, null))
        .isEqualTo("c237bd7877bb6d332d0bf2d1a14c1327");
  }

  @Test
  void countsWholeMilliseconds() {
    assertThat(FetchId.of("d", FETCHED_AT.plusNanos(999_999), null))
        .isEqualTo(FetchId.of("d", FETCHED_AT, null));
    assertThat(FetchId.of("d", FETCHED_AT.plusMillis(1), null))
        .isNotEqualTo(FetchId.of("d", FETCHED_AT, null));
  }
}
