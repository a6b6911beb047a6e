package io.clausestream.pipeline.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.pipeline.wire.PageEventDeserializer;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.WireCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFetchWatermarksTest {

  private static final Instant AT = Instants.MONDAY_0600;

  private final ManualClock clock = new ManualClock();
  private final Seen seen = new Seen();
  private final PageEventDeserializer deserializer = new PageEventDeserializer();
  private final TimestampAssigner<PageEvent> timestamps =
      LiveFetchWatermarks.strategy().createTimestampAssigner(() -> metrics());
  private final WatermarkGenerator<PageEvent> watermarks =
      LiveFetchWatermarks.strategy()
          .createWatermarkGenerator(
              new WatermarkGeneratorSupplier.Context() {
                @Override
                public MetricGroup getMetricGroup() {
                  return metrics();
                }

                @Override
                public RelativeClock getInputActivityClock() {
                  return clock;
                }
              });

  @BeforeEach
  void open() {
    deserializer.open(null);
  }

  @Test
  void theWatermarkFollowsLiveFetchesByAnHour() throws Exception {
    arrives(AT, Origin.LIVE, AT);

    assertThat(seen.last()).contains(AT.minus(Duration.ofHours(1)).minusMillis(1));
  }

  @Test
  void anImportTellsNothingOfThePresent() throws Exception {
    arrives(AT, Origin.LIVE, AT);
    arrives(AT.plus(Duration.ofDays(3)), Origin.IMPORT, AT.plus(Duration.ofDays(4)));

    assertThat(seen.last()).contains(AT.minus(Duration.ofHours(1)).minusMillis(1));
  }

  @Test
  void theYear9999DoesNotCarryTheTimeAway() throws Exception {
    arrives(AT, Origin.LIVE, AT);
    PageEvent event = arrives(Instant.parse("9999-12-31T00:00:00Z"), Origin.LIVE, AT);

    assertThat(event.rejection()).isEqualTo("INVALID_TIME");
    assertThat(seen.last()).contains(AT.minus(Duration.ofHours(1)).minusMillis(1));
  }

  @Test
  void aPartitionOfImportsIsIdle() throws Exception {
    for (int second = 0; second < 130; second++) {
      clock.advanceTime(Duration.ofSeconds(1));
      arrives(AT.plusSeconds(second), Origin.IMPORT, AT.plusSeconds(second));
    }

    assertThat(seen.idle).isTrue();
  }

  private PageEvent arrives(Instant fetchedAt, Origin origin, Instant recordedAt) throws Exception {
    FetchedPage page =
        Pages.builder(Pages.PRIVACY, Pages.policy(30), fetchedAt).setOrigin(origin).build();
    List<PageEvent> events = new ArrayList<>();
    deserializer.deserialize(record(page, recordedAt), new ListCollector<>(events));
    PageEvent event = events.get(0);
    long timestamp = timestamps.extractTimestamp(event, recordedAt.toEpochMilli());
    watermarks.onEvent(event, timestamp, seen);
    watermarks.onPeriodicEmit(seen);
    return event;
  }

  private static ConsumerRecord<byte[], byte[]> record(FetchedPage page, Instant recordedAt) {
    return new ConsumerRecord<>(
        "page-fetches",
        0,
        0,
        recordedAt.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        Pages.PLATFORM.getBytes(UTF_8),
        WireCodec.of(FetchedPage.class).encode(page),
        new RecordHeaders(),
        Optional.empty());
  }

  private static MetricGroup metrics() {
    return new UnregisteredMetricsGroup();
  }

  /** What the generator put out. */
  private static final class Seen implements WatermarkOutput {

    private final List<Instant> marks = new ArrayList<>();
    private boolean idle;

    Optional<Instant> last() {
      return marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(marks.size() - 1));
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      marks.add(Instant.ofEpochMilli(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
