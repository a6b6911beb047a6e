package io.clausestream.pipeline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class RuleInputTest {

  @Test
  void theTimeOfRulesIsAheadOfAllFetchesAndIsNoEndOfInput() {
    List<Long> emitted = new ArrayList<>();
    RuleInput.timeless()
        .createWatermarkGenerator(null)
        .onPeriodicEmit(
            new WatermarkOutput() {
              @Override
              public void emitWatermark(Watermark watermark) {
                emitted.add(watermark.getTimestamp());
              }

              @Override
              public void markIdle() {}

              @Override
              public void markActive() {}
            });

    assertThat(emitted).containsExactly(Long.MAX_VALUE - 1);
  }
}
