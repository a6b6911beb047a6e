package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

  @Test
  void theShippedRulesHoldFromTheBeginningOfTime() {
    assertThat(RuleBook.shipped().at(Instant.MIN).rules().get()).isEqualTo(ShippedRules.get());
  }
}
