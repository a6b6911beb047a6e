package io.clausestream.pipeline.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.prevalence.MovementRule;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrevalenceOptionsTest {

  @Test
  void theRuleIsAsTheConfigurationSays() {
    assertThat(PrevalenceOptions.movements(new Configuration())).isEqualTo(MovementRule.DEFAULT);
    assertThat(movements("platforms", "5")).isEqualTo(new MovementRule(5, Duration.ofDays(30)));
    assertThat(movements("window", "7 d")).isEqualTo(new MovementRule(3, Duration.ofDays(7)));
  }

  @ParameterizedTest
  @CsvSource({"platforms, 1", "window, 23 h", "window, 367 d"})
  void aSettingOutsideItsRangeIsNamed(String option, String value) {
    assertThatThrownBy(() -> movements(option, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clausestream.prevalence." + option);
  }

  private static MovementRule movements(String option, String value) {
    return PrevalenceOptions.movements(
        Configuration.fromMap(Map.of("clausestream.prevalence." + option, value)));
  }
}
