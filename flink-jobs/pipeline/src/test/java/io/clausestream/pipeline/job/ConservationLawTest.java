package io.clausestream.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConservationLawTest {

  @Test
  void theLawHoldsWhenEveryFetchHasOneVerdict() {
    ConservationLaw law =
        new ConservationLaw(12_346, Map.of(FetchVerdict.FIRST, 1L, FetchVerdict.VERIFIED, 12_345L));

    assertThat(law.holds()).isTrue();
    assertThat(law.toTable())
        .contains("first captures", "12,345", "dead letters", "The conservation law holds.");
  }

  @Test
  void aLostFetchBreaksIt() {
    ConservationLaw law = new ConservationLaw(3, Map.of(FetchVerdict.LATE, 1L));

    assertThat(law.holds()).isFalse();
    assertThat(law.toTable()).contains("BROKEN: 2 fetches have no verdict");
  }

  @Test
  void aFetchThatIsToldTwiceBreaksIt() {
    ConservationLaw law = new ConservationLaw(0, Map.of(FetchVerdict.LATE, 1L));

    assertThat(law.holds()).isFalse();
    assertThat(law.toTable()).contains("BROKEN: 1 verdicts are too many");
  }
}
