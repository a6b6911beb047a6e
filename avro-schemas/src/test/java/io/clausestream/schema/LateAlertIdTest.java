package io.clausestream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateAlertIdTest {

  /** Computed by another program: the ids of a release are those of all later ones. */
  @Test
  void isTheHashOfTheAlertAndWhoSawIt() {
    String alertId = "ab".repeat(16);
    assertThat(LateAlertId.of(alertId, LateStage.ALERT))
        .isEqualTo("fe24d918e425dea18084b6fae7a184ad");
    assertThat(LateAlertId.of(alertId, LateStage.DELIVERY))
        .isEqualTo("8777770cc7f227a36aaf300d87976785");
  }
}
