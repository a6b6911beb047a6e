package io.clausestream.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.alert.Correction.Known;
import io.clausestream.core.alert.Correction.Reason;
import io.clausestream.core.alert.Correction.Refusal;
import org.junit.jupiter.api.Test;

class CorrectionTest {

  private static final Correction GOOD =
      new Correction("Marrowby", "Marrowby", "c1", "The page was a test.");

  @Test
  void aCorrectionOfAKnownChangeIsMadeOnce() {
    assertThat(GOOD.fault()).isEmpty();
    assertThat(GOOD.refusal(Known.YES)).isEmpty();
    assertThat(GOOD.refusal(Known.NO)).map(Refusal::reason).contains(Reason.CHANGE_UNKNOWN);
    assertThat(GOOD.refusal(Known.CORRECTED))
        .map(Refusal::reason)
        .contains(Reason.ALREADY_CORRECTED);
  }

  @Test
  void aFaultIsNamedWithItsRemedy() {
    assertFault(new Correction("Quillstead", "Marrowby", "c1", "why"), "make it the same");
    assertFault(new Correction(" ", " ", "c1", "why"), "names no platform");
    assertFault(new Correction("Marrowby", "Marrowby", "", "why"), "names no change");
    assertFault(new Correction("Marrowby", "Marrowby", "c1", " "), "gives no reason");
    assertFault(
        new Correction("Marrowby", "Marrowby", "c1", "x".repeat(1001)), "has 1001 characters");
  }

  private static void assertFault(Correction correction, String detail) {
    Refusal fault = correction.fault().orElseThrow();
    assertThat(fault.reason()).isEqualTo(Reason.INVALID_CORRECTION);
    assertThat(fault.detail()).contains(detail);
  }
}
