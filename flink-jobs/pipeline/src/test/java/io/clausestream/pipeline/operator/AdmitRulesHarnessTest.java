package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AdmitRulesHarnessTest {

  private static final Instant NOW = MONDAY_0600;
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));

  @Test
  void aVersionIsAdmittedOnceHoweverOftenItIsAskedFor() throws Exception {
    try (Job job = open()) {
      job.processElement(element(RuleRequests.request("2", SOON), 0));
      job.processElement(element(RuleRequests.request("2", SOON), 1));

      Rule rule = job.extractOutputValues().get(0);
      assertThat(job.extractOutputValues()).hasSize(1);
      assertThat(rule.getText()).isEqualTo(RuleRequests.text("2", SOON));
      assertThat(rule.getAdmittedAt()).isEqualTo(NOW);
      assertThat(rule.getRequestId()).isEqualTo("request-2");
      assertThat(rule.getDigest()).matches("[0-9a-f]{64}");
      assertThat(refusals(job)).isEmpty();
      assertThat(job.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void whatWasAdmittedOutlivesARestart() throws Exception {
    OperatorSubtaskState snapshot;
    try (Job job = open()) {
      job.processElement(element(RuleRequests.request("2", SOON), 0));
      snapshot = job.snapshot(1, 1);
    }
    try (Job job = new Job()) {
      job.initializeState(snapshot);
      job.open();
      job.processElement(element(RuleRequests.request("2", SOON.plusSeconds(9)), 1));

      assertThat(refusals(job)).extracting(Refusal::getReason).containsExactly("VERSION_TAKEN");
    }
  }

  @Test
  void aRefusalTellsTheRequestAndWhyAndTheNextRequestIsHandled() throws Exception {
    try (Job job = open()) {
      job.processElement(element(RuleRequests.request("2", NOW), 7));
      job.processElement(element(RuleRequests.request("2", SOON), 8));

      Refusal refusal = refusals(job).get(0);
      assertThat(refusal.getReason()).isEqualTo("TOO_SOON");
      assertThat(refusal.getDetail()).contains("set it to " + SOON);
      assertThat(refusal.getSubject()).isEqualTo("governance@2");
      assertThat(refusal.getRequestId()).isEqualTo("request-2");
      assertThat(refusal.getRequestedBy()).isEqualTo("counsel");
      assertThat(refusal.getOffset()).isEqualTo(7);
      assertThat(refusal.getRefusalId()).matches("[0-9a-f]{32}");
      assertThat(job.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void whatIsNoRequestIsRefusedAndLeavesNoState() throws Exception {
    RuleRequest other = RuleRequests.request("2", SOON);
    other.setRuleSetId("other");
    try (Job job = open()) {
      job.processElement(record(RuleRequests.record("governance", new byte[] {1, 2}, 0, NOW)));
      job.processElement(element(other, 1));
      job.processElement(
          record(
              RuleRequests.record(
                  "elsewhere",
                  RuleRequests.record(RuleRequests.request("2", SOON), 0, NOW).value(),
                  2,
                  NOW)));
      job.processElement(
          record(new KafkaRecord("rule-requests", 0, 3, -1, null, null, java.util.Map.of())));

      assertThat(refusals(job))
          .extracting(Refusal::getReason)
          .containsExactly("UNDECODABLE", "UNKNOWN_RULE_SET", "REQUEST_DIFFERS", "UNDECODABLE");
      assertThat(job.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  @Timeout(20)
  void aHundredThousandRulesAreRefusedAndLeaveNoState() throws Exception {
    String many = RuleRequests.text("2", SOON);
    String rule = "  - {id: retention-%d, name: n, weight: low, words: {en: [days]}}\n";
    StringBuilder text = new StringBuilder(many.substring(0, many.indexOf("statements:")));
    for (int i = 0; i < 100_000; i++) {
      text.append(rule.formatted(i));
    }
    text.append(many.substring(many.indexOf("statements:")));
    try (Job job = open()) {
      job.processElement(element(RuleRequests.request("2", SOON, text.toString()), 0));

      assertThat(refusals(job))
          .singleElement()
          .satisfies(
              refusal -> {
                assertThat(refusal.getReason()).isEqualTo("FAULTY_RULES");
                assertThat(refusal.getDetail()).contains("bytes, more than 1048576");
                assertThat(refusal.getValue()).isNull();
              });
      assertThat(job.numKeyedStateEntries()).isZero();
    }
  }

  private static Job open() throws Exception {
    Job job = new Job();
    job.open();
    return job;
  }

  private static final class Job
      extends KeyedOneInputStreamOperatorTestHarness<String, KafkaRecord, Rule> {

    Job() throws Exception {
      super(
          new KeyedProcessOperator<>(new AdmitRulesFunction(Duration.ofMinutes(10))),
          AdmitRulesFunction::key,
          Types.STRING);
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

  private static StreamRecord<KafkaRecord> element(RuleRequest request, long offset) {
    return record(RuleRequests.record(request, offset, NOW));
  }

  private static StreamRecord<KafkaRecord> record(KafkaRecord record) {
    return new StreamRecord<>(record);
  }

  private static List<Refusal> refusals(Job job) {
    var records = job.getSideOutput(SideOutputs.REFUSALS);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }
}
