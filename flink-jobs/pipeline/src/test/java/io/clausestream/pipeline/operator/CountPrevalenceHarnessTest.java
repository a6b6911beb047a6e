package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.prevalence.MovementRule;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.schema.CoMovement;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Move;
import io.clausestream.schema.Prevalence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator count-prevalence by itself, on RocksDB. */
class CountPrevalenceHarnessTest {

  private static final String CATEGORY = "arbitration";
  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant TUESDAY = MONDAY.plus(DAY);
  private static final Instant WEDNESDAY = TUESDAY.plus(DAY);
  private static final Instant END_OF_MONDAY = Instant.parse("2026-01-05T23:59:59.999Z");

  private final RecordedMetrics metrics = new RecordedMetrics();
  private KeyedOneInputStreamOperatorTestHarness<String, CategoryNews, Prevalence> job;

  @BeforeEach
  void start() throws Exception {
    job = harness();
    job.open();
  }

  @AfterEach
  void stop() throws Exception {
    job.close();
  }

  @Test
  void aDayIsCountedWhenTheWatermarkHasPassedItsEnd() throws Exception {
    send(reading("A", MONDAY, 1), reading("B", MONDAY, 0));
    watermark(END_OF_MONDAY.minusMillis(1));
    assertThat(records()).isEmpty();

    watermark(END_OF_MONDAY);

    assertThat(records()).hasSize(1);
    Prevalence record = records().get(0);
    assertThat(record.getDay()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(record.getCategory()).isEqualTo(CATEGORY);
    assertThat(record.getPlatformsWith()).isEqualTo(1);
    assertThat(record.getPlatformsTracked()).isEqualTo(2);
    assertThat(record.getBegan()).containsExactly("A");
    assertThat(record.getPrevalenceId()).hasSize(32);
    assertThat(job.numEventTimeTimers()).isZero();
  }

  @Test
  void aDayThatTellsNothingNewHasNoRecord() throws Exception {
    send(reading("A", MONDAY, 1), reading("A", TUESDAY, 1), reading("B", WEDNESDAY, 1));
    endOfInput();

    assertThat(records()).extracting(Prevalence::getPlatformsWith).containsExactly(1, 2);
    assertThat(records())
        .extracting(Prevalence::getDay)
        .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 7));
  }

  @Test
  void severalPlatformsThatMoveWithinTheWindowAreToldOnce() throws Exception {
    send(adverse("A", MONDAY), adverse("B", TUESDAY), adverse("C", WEDNESDAY));
    send(adverse("D", WEDNESDAY.plus(DAY)));
    endOfInput();

    List<Prevalence> told =
        records().stream().filter(record -> !record.getCoMovements().isEmpty()).toList();
    assertThat(told).hasSize(1);
    CoMovement movement = told.get(0).getCoMovements().get(0);
    assertThat(told.get(0).getDay()).isEqualTo(LocalDate.of(2026, 1, 7));
    assertThat(movement.getDirection()).isEqualTo(Direction.ADVERSE);
    assertThat(movement.getPlatforms()).isEqualTo(3);
    assertThat(movement.getFrom()).isEqualTo(MONDAY);
    assertThat(movement.getTo()).isEqualTo(WEDNESDAY);
    assertThat(movement.getMoves()).extracting(Move::getPlatform).containsExactly("A", "B", "C");
    assertThat(metrics.count("prevalence.direction.ADVERSE.movements")).isEqualTo(1);
    assertThat(metrics.count("prevalence.days")).isEqualTo(4);
  }

  @Test
  void movesOutsideTheWindowAreNoMovement() throws Exception {
    send(adverse("A", MONDAY), adverse("B", TUESDAY));
    send(adverse("C", MONDAY.plus(Duration.ofDays(10))));
    endOfInput();

    assertThat(records()).allMatch(record -> record.getCoMovements().isEmpty());
  }

  @Test
  void theRecordsAreTheSameHoweverPlatformsInterleave() throws Exception {
    List<CategoryNews> news = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant at = MONDAY.plus(DAY.multipliedBy(i % 5)).plusSeconds(i);
      news.add(reading("P" + i % 9, at, i % 9 < 5 ? 1 : 0));
      news.add(adverse("P" + i % 7, at));
    }
    send(news.toArray(CategoryNews[]::new));
    endOfInput();
    List<Prevalence> inOrder = records();
    Collections.reverse(news);

    var other = harness();
    try {
      other.open();
      for (CategoryNews one : news) {
        other.processElement(one, 0);
      }
      other.processWatermark(Long.MAX_VALUE);
      assertThat(other.extractOutputValues()).isEqualTo(inOrder).hasSize(5);
    } finally {
      other.close();
    }
  }

  @Test
  void whatComesWhenItsDayHasEndedCountsOnTheFirstDayThatHasNot() throws Exception {
    send(reading("A", MONDAY, 1));
    watermark(END_OF_MONDAY);
    send(reading("B", MONDAY, 1), adverse("B", MONDAY));
    watermark(END_OF_MONDAY.plus(DAY));

    assertThat(records()).hasSize(2);
    assertThat(records().get(1).getDay()).isEqualTo(LocalDate.of(2026, 1, 6));
    assertThat(records().get(1).getPlatformsWith()).isEqualTo(2);
    assertThat(records().get(1).getPlatformsAdverse()).isZero();
    assertThat(metrics.count("prevalence.late")).isEqualTo(2);
  }

  @Test
  void aRestartLosesNothingAndTellsNoDayTwice() throws Exception {
    send(reading("A", MONDAY, 1), adverse("A", MONDAY), adverse("B", MONDAY));
    watermark(END_OF_MONDAY);
    send(adverse("C", TUESDAY));
    OperatorSubtaskState snapshot = job.snapshot(1, 1);

    var restored = harness();
    try {
      restored.initializeState(snapshot);
      restored.open();
      // A new run knows no watermark yet, but Monday has its record.
      restored.processElement(reading("D", MONDAY, 1), 0);
      restored.processWatermark(END_OF_MONDAY.plus(DAY).toEpochMilli());

      List<Prevalence> records = restored.extractOutputValues();
      assertThat(records).hasSize(1);
      assertThat(records.get(0).getDay()).isEqualTo(LocalDate.of(2026, 1, 6));
      assertThat(records.get(0).getPlatformsWith()).isEqualTo(2);
      assertThat(records.get(0).getCoMovements().get(0).getPlatforms()).isEqualTo(3);
    } finally {
      restored.close();
    }
  }

  @Test
  void whatIsKeptDoesNotGrowWithTheDays() throws Exception {
    for (int i = 0; i < 400; i++) {
      Instant at = MONDAY.plus(DAY.multipliedBy(i));
      send(reading("A", at, i % 2 == 0 ? 1 : -1), adverse("A", at));
      watermark(at.plus(DAY));
    }
    assertThat(job.snapshot(1, 1).getStateSize()).isPositive();
    assertThat(job.numEventTimeTimers()).isZero();
    assertThat(records()).hasSize(400);
    var heap = heapHarness();
    try {
      heap.open();
      for (int i = 0; i < 400; i++) {
        Instant at = MONDAY.plus(DAY.multipliedBy(i));
        heap.processElement(reading("A", at, i % 2 == 0 ? 1 : -1), 0);
        heap.processWatermark(at.plus(DAY).toEpochMilli());
      }
      assertThat(heap.numKeyedStateEntries()).isLessThanOrEqualTo(4);
    } finally {
      heap.close();
    }
  }

  @Test
  void aRecordNamesAHundredPlatformsAndCountsAll() throws Exception {
    for (int i = 0; i < 150; i++) {
      send(reading("P%03d".formatted(i), MONDAY, 1), adverse("P%03d".formatted(i), MONDAY));
    }
    endOfInput();

    Prevalence record = records().get(0);
    assertThat(record.getBegan()).hasSize(100).startsWith("P000");
    assertThat(record.getBeganOmitted()).isEqualTo(50);
    assertThat(record.getPlatformsWith()).isEqualTo(150);
    assertThat(record.getCoMovements().get(0).getMoves()).hasSize(100);
    assertThat(record.getCoMovements().get(0).getPlatforms()).isEqualTo(150);
  }

  private KeyedOneInputStreamOperatorTestHarness<String, CategoryNews, Prevalence> harness()
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator(), CategoryNews::category, Types.STRING, metrics.environment());
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, CategoryNews, Prevalence>
      heapHarness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        operator(), CategoryNews::category, Types.STRING);
  }

  private static KeyedProcessOperator<String, CategoryNews, Prevalence> operator() {
    return new KeyedProcessOperator<>(
        new CountPrevalenceFunction(new MovementRule(3, Duration.ofDays(10))));
  }

  private void send(CategoryNews... news) throws Exception {
    for (CategoryNews one : news) {
      job.processElement(one, one.at());
    }
  }

  private void watermark(Instant at) throws Exception {
    job.processWatermark(at.toEpochMilli());
  }

  private void endOfInput() throws Exception {
    job.processWatermark(Long.MAX_VALUE);
  }

  private List<Prevalence> records() {
    return job.extractOutputValues();
  }

  private static CategoryNews reading(String platform, Instant at, int documents) {
    return new CategoryNews(CATEGORY, platform, at.toEpochMilli(), documents, "", "");
  }

  private static CategoryNews adverse(String platform, Instant at) {
    return new CategoryNews(CATEGORY, platform, at.toEpochMilli(), 0, "ADVERSE", platform + at);
  }
}
