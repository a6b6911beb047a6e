package io.clausestream.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clausestream.core.rules.RuleFile;
import io.clausestream.core.rules.RuleReading;

/** Any text is a rule set or has faults, each told. */
class RuleFileFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void isARuleSetOrHasFaults(FuzzedDataProvider data) {
    RuleReading reading = RuleFile.read(data.consumeRemainingAsString());

    assertThat(reading.ruleSet().isEmpty()).isEqualTo(reading.faultCount() > 0);
  }
}
