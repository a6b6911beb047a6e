package io.clausestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class InstantsTest {

  @Test
  void anInstantHasAnOffset() {
    assertThat(Instants.parse("2026-01-31T12:00:00Z"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(Instants.parse("2026-01-31T14:00:00+02:00"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
  }

  @Test
  void aDayIsItsBeginInUtc() {
    assertThat(Instants.parse("2026-01-31")).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
  }

  @Test
  void anInstantWithoutOffsetIsAmbiguousAndRefused() {
    assertThatThrownBy(() -> Instants.parse("2026-01-31T12:00:00"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2026-01-31T12:00:00Z");
  }
}
