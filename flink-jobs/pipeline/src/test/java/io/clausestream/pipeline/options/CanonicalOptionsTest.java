package io.clausestream.pipeline.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.pipeline.operator.PageLimits;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalOptionsTest {

  @Test
  void limitsAreAsTheConfigurationSaysAndBoundedWhenItSaysNothing() {
    assertThat(limits("max-page-size", "2 mb"))
        .isEqualTo(new PageLimits(2 << 20, Duration.ofSeconds(20)));
    assertThat(limits("time-budget", "0 s")).isEqualTo(PageLimits.OF_SIZE);
  }

  @ParameterizedTest
  @CsvSource({"max-page-size, 33 mb", "max-page-size, 0 b", "time-budget, -1 s"})
  void aLimitOutsideItsRangeIsNamed(String option, String value) {
    assertThatThrownBy(() -> limits(option, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clausestream.canonical." + option);
  }

  private static PageLimits limits(String option, String value) {
    return CanonicalOptions.limits(
        Configuration.fromMap(Map.of("clausestream.canonical." + option, value)));
  }
}
