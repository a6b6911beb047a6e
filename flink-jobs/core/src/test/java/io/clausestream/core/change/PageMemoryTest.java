package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of texts that were doubted. */
class PageMemoryTest {

  private static final Instant SINCE = SamplePages.MONDAY;
  private static final Instant DAY = SINCE.plus(Duration.ofDays(1));
  private static final Instant LATER = SINCE.plus(PageMemory.STEADY_AGE);

  @Test
  void aDoubtedTextIsSteadyInItsThirdCaptureAfterItsTime() {
    PageMemory memory = PageMemory.EMPTY.doubted("part", SINCE, SINCE).doubted("part", SINCE, DAY);

    assertThat(memory.isSteady("part", SINCE, LATER)).isTrue();
    assertThat(memory.isSteady("part", SINCE, LATER.minusMillis(1))).isFalse();
    assertThat(PageMemory.EMPTY.doubted("part", SINCE, SINCE).isSteady("part", SINCE, LATER))
        .as("two captures only")
        .isFalse();
  }

  @Test
  void anotherDoubtedTextOrAGoodCaptureBeginsAnew() {
    PageMemory memory =
        PageMemory.EMPTY
            .doubted("part", SINCE, SINCE)
            .doubted("part", SINCE, SINCE)
            .doubted("other", SINCE, DAY)
            .doubted("part", SINCE, DAY);

    assertThat(memory.isSteady("part", SINCE, LATER)).isFalse();
    assertThat(
            memory.doubted("part", DAY, DAY).isSteady("part", DAY, LATER.plus(Duration.ofDays(9))))
        .isFalse();
    assertThat(memory.variants()).as("of doubted texts the last one").hasSize(1);
  }

  @Test
  void aDoubtedTextIsNoVariantAndIsForgottenWithTheNextText() {
    PageMemory memory = PageMemory.EMPTY.doubted("part", SINCE, SINCE);

    assertThat(memory.variant("part", DAY)).isEmpty();
    assertThat(memory.had("part", DAY)).isFalse();
    assertThat(memory.seen("whole", DAY).variants()).hasSize(1);
  }
}
