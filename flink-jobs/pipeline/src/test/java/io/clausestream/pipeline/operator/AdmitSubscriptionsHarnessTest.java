package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.wire.SubscriptionNews;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.SubscriptionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AdmitSubscriptionsHarnessTest {

  private static final Instant NOW = MONDAY_0600;
  private static final RecordedMetrics METRICS = new RecordedMetrics();

  @Test
  void termsAreAdmittedWithTheirPlaceAndTheTimeOfTheRecord() throws Exception {
    try (Job job = open()) {
      job.take(SubscriptionRecords.record(request(25), 7, NOW));

      Subscription admitted = job.extractOutputValues().get(0).subscription();
      assertThat(admitted.getSubscriberId()).isEqualTo("ada");
      assertThat(admitted.getTerms().getPlatforms()).hasSize(25);
      assertThat(admitted.getAlerts()).isTrue();
      assertThat(admitted.getValidFrom()).isEqualTo(NOW);
      assertThat(admitted.getAdmittedAt()).isEqualTo(NOW);
      assertThat(admitted.getRequestId()).isEqualTo("request of ada");
      assertThat(admitted.getRequestedBy()).isEqualTo("desk");
      assertThat(admitted.getPartition()).isEqualTo(3);
      assertThat(admitted.getOffset()).isEqualTo(7);
      assertThat(refusals(job)).isEmpty();
      assertThat(job.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void the26thPlatformIsRefusedAndTheRequestIsNotRepeated() throws Exception {
    try (Job job = open()) {
      job.take(SubscriptionRecords.record(request(26), 7, NOW));

      Refusal refusal = refusals(job).get(0);
      assertThat(refusal.getReason()).isEqualTo("PLATFORM_LIMIT");
      assertThat(refusal.getDetail()).contains("up to 25", "26 are asked for");
      assertThat(refusal.getSubject()).isEqualTo("ada");
      assertThat(refusal.getRequestId()).isEqualTo("request of ada");
      assertThat(refusal.getTopic()).isEqualTo("subscription-requests");
      assertThat(refusal.getOffset()).isEqualTo(7);
      assertThat(refusal.getKey()).isNotNull();
      assertThat(refusal.getValue()).isNull();
      assertThat(job.extractOutputValues()).isEmpty();
      assertThat(job.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void theShippedPlansGiveWayToAFile() throws Exception {
    try (Job job = new Job(Optional.of("plans: [{plan: monitor, alerts: true, digest: true}]"))) {
      job.open();
      job.take(SubscriptionRecords.record(request(26), 0, NOW));

      assertThat(job.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void nothingOlderComesAfterSomethingNewerAlsoAfterARestart() throws Exception {
    OperatorSubtaskState snapshot;
    try (Job job = open()) {
      job.take(SubscriptionRecords.record(request(2), 7, NOW));
      snapshot = job.snapshot(1, 1);
    }
    try (Job job = new Job(Optional.empty())) {
      job.initializeState(snapshot);
      job.open();
      job.take(SubscriptionRecords.record(request(1), 7, NOW));
      job.take(SubscriptionRecords.record(request(1), 3, NOW));
      job.take(SubscriptionRecords.record(request(3), 8, NOW));

      assertThat(refusals(job))
          .extracting(Refusal::getReason)
          .containsExactly("OUT_OF_ORDER", "OUT_OF_ORDER");
      assertThat(job.extractOutputValues())
          .extracting(news -> news.subscription().getOffset())
          .containsExactly(8L);
    }
  }

  @Test
  void whoeverIsForgottenLeavesNoState() throws Exception {
    try (Job job = open()) {
      job.take(SubscriptionRecords.record(request(2), 7, NOW));
      job.take(SubscriptionRecords.record("ada", null, 8, NOW.plusSeconds(1)));

      SubscriptionNews forgotten = job.extractOutputValues().get(1);
      assertThat(forgotten.subscriberId()).isEqualTo("ada");
      assertThat(forgotten.subscription()).isNull();
      assertThat(forgotten.newsId()).isEqualTo("subscription-requests-3-8");
      assertThat(job.numKeyedStateEntries()).isZero();

      job.take(SubscriptionRecords.record("nobody", null, 9, NOW));
      assertThat(job.extractOutputValues()).hasSize(3);
      assertThat(job.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatIsNoRequestIsRefusedAndLeavesNoState() throws Exception {
    byte[] good = SubscriptionRecords.record(request(1), 0, NOW).value();
    SubscriptionRequest newer = request(1);
    newer.getTerms().setState(SubscriptionState.UNKNOWN);
    try (Job job = open()) {
      job.take(SubscriptionRecords.record("ada", new byte[] {1, 2}, 0, NOW));
      job.take(SubscriptionRecords.record("ada", new byte[(512 << 10) + 1], 1, NOW));
      job.take(SubscriptionRecords.record("bob", good, 2, NOW));
      job.take(record(null, good, 3));
      job.take(record(null, null, 4));
      job.take(record(new byte[] {(byte) 0xff}, null, 5));
      job.take(SubscriptionRecords.record("x".repeat(201), null, 6, NOW));
      job.take(SubscriptionRecords.record(newer, 7, NOW));

      assertThat(refusals(job))
          .extracting(Refusal::getReason)
          .containsExactly(
              "UNDECODABLE",
              "TOO_LARGE",
              "REQUEST_DIFFERS",
              "REQUEST_DIFFERS",
              "SUBSCRIBER_ID",
              "REQUEST_DIFFERS",
              "SUBSCRIBER_ID",
              "UNKNOWN_VALUE");
      assertThat(job.extractOutputValues()).isEmpty();
      assertThat(job.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void randomBytesNeverMakeItFail() throws Exception {
    Random random = new Random(7);
    byte[] good = SubscriptionRecords.record(request(25), 0, NOW).value();
    int records = 5_000;
    try (Job job = open()) {
      for (int i = 0; i < records; i++) {
        byte[] spoilt = good.clone();
        for (int j = 0; j < 3; j++) {
          // The schema's fingerprint stays, so that what follows is read.
          spoilt[10 + random.nextInt(spoilt.length - 10)] = (byte) random.nextInt(256);
        }
        job.take(SubscriptionRecords.record("ada", spoilt, i, NOW));
      }

      assertThat(refusals(job).size() + job.extractOutputValues().size()).isEqualTo(records);
      assertThat(refusals(job)).extracting(Refusal::getReason).contains("UNDECODABLE", "NAME");
    }
  }

  @Test
  void allAnswersAreCounted() throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    try (Job job = new Job(Optional.empty(), metrics)) {
      job.open();
      job.take(SubscriptionRecords.record(request(25), 0, NOW));
      job.take(SubscriptionRecords.record(request(26), 1, NOW));
      job.take(SubscriptionRecords.record("ada", new byte[0], 2, NOW));
      job.take(SubscriptionRecords.record("ada", null, 3, NOW));
    }
    assertThat(metrics.count("subscription.admitted")).isEqualTo(1);
    assertThat(metrics.count("subscription.forgotten")).isEqualTo(1);
    assertThat(metrics.count("subscription.reason.PLATFORM_LIMIT.refused")).isEqualTo(1);
    assertThat(metrics.count("subscription.reason.UNDECODABLE.refused")).isEqualTo(1);
    assertThat(metrics.count("subscription.reason.NAME.refused")).isZero();
  }

  private static SubscriptionRequest request(int platforms) {
    return SubscriptionRecords.request(
        "ada",
        "monitor",
        new ArrayList<>(IntStream.range(0, platforms).mapToObj(i -> "Platform " + i).toList()));
  }

  private static KafkaRecord record(byte[] key, byte[] value, long offset) {
    return new KafkaRecord("subscription-requests", 3, offset, -1, key, value, Map.of());
  }

  private static Job open() throws Exception {
    Job job = new Job(Optional.empty());
    job.open();
    return job;
  }

  private static final class Job
      extends KeyedOneInputStreamOperatorTestHarness<String, KafkaRecord, SubscriptionNews> {

    Job(Optional<String> plans) throws Exception {
      this(plans, METRICS);
    }

    Job(Optional<String> plans, RecordedMetrics metrics) throws Exception {
      super(
          new KeyedProcessOperator<>(new AdmitSubscriptionsFunction(plans)),
          AdmitSubscriptionsFunction::key,
          Types.STRING,
          metrics.environment());
    }

    void take(KafkaRecord record) throws Exception {
      processElement(new StreamRecord<>(record));
    }

    @Override
    public void close() {
      try {
        super.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<Refusal> refusals(Job job) {
    var records = job.getSideOutput(SideOutputs.REFUSALS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }
}
