package io.clausestream.pipeline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.eventtime.IndexedCombinedWatermarkStatus;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

/** How the time of requests meets that of pages in an operator that reads both. */
class RecordInputTest {

  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  private static final KafkaRecord RECORD =
      new KafkaRecord("subscriptions", 0, 0, 0, new byte[0], null, Map.of());

  private final IndexedCombinedWatermarkStatus operator =
      IndexedCombinedWatermarkStatus.forInputsCount(2);
  private final WatermarkOutput pages = new Input(operator, 0);
  private final WatermarkGenerator<KafkaRecord> requests =
      RecordInput.timeless().createWatermarkGenerator(null);

  @Test
  void requestsHoldBackNoTimeOfPages() {
    requests.onPeriodicEmit(new Input(operator, 1));
    pages.emitWatermark(new Watermark(NOON));

    assertThat(operator.getCombinedWatermark()).isEqualTo(NOON);
  }

  @Test
  void whatIsMatchedWithChangesIsReadBeforeTimePasses() {
    ManualClock clock = new ManualClock();
    WatermarkGenerator<KafkaRecord> terms =
        RecordInput.afterwards().createWatermarkGenerator(context(clock));
    WatermarkOutput subscriptions = new Input(operator, 1);
    pages.emitWatermark(new Watermark(NOON));

    clock.advanceTime(Duration.ofSeconds(9));
    terms.onEvent(RECORD, NOON, subscriptions);
    clock.advanceTime(Duration.ofSeconds(9));
    terms.onPeriodicEmit(subscriptions);
    assertThat(operator.getCombinedWatermark()).isEqualTo(Long.MIN_VALUE);

    clock.advanceTime(Duration.ofSeconds(1));
    terms.onPeriodicEmit(subscriptions);
    assertThat(operator.getCombinedWatermark()).isEqualTo(NOON);
  }

  @Test
  void timeStandsStillWhenPagesAreIdle() {
    pages.emitWatermark(new Watermark(NOON));
    requests.onPeriodicEmit(new Input(operator, 1));
    pages.markIdle();
    requests.onPeriodicEmit(new Input(operator, 1));

    assertThat(operator.isIdle()).isTrue();
    assertThat(operator.getCombinedWatermark()).isEqualTo(NOON);
  }

  private static WatermarkGeneratorSupplier.Context context(RelativeClock clock) {
    return new WatermarkGeneratorSupplier.Context() {
      @Override
      public MetricGroup getMetricGroup() {
        return UnregisteredMetricsGroup.createOperatorMetricGroup();
      }

      @Override
      public RelativeClock getInputActivityClock() {
        return clock;
      }
    };
  }

  private record Input(IndexedCombinedWatermarkStatus operator, int index)
      implements WatermarkOutput {

    @Override
    public void emitWatermark(Watermark watermark) {
      operator.updateStatus(index, false);
      operator.updateWatermark(index, watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      operator.updateStatus(index, true);
    }

    @Override
    public void markActive() {
      operator.updateStatus(index, false);
    }
  }
}
