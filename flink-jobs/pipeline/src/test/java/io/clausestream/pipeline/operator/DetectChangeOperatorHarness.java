package io.clausestream.pipeline.operator;

import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Rule;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The operator with its two inputs. Flink's own harnesses either take an environment, or count
 * state, or broadcast.
 */
final class DetectChangeOperatorHarness extends AbstractStreamOperatorTestHarness<PageChange> {

  private final CoBroadcastWithKeyedOperator<String, CanonicalFetchRecord, Rule, PageChange> both;

  private DetectChangeOperatorHarness(
      CoBroadcastWithKeyedOperator<String, CanonicalFetchRecord, Rule, PageChange> operator,
      MockEnvironment environment)
      throws Exception {
    super(operator, environment);
    this.both = operator;
    KeySelector<CanonicalFetchRecord, String> platform = CanonicalFetchRecord::platform;
    config.setStatePartitioner(0, platform);
    config.setStateKeySerializer(
        Types.STRING.createSerializer(executionConfig.getSerializerConfig()));
    config.serializeAllConfigs();
  }

  static DetectChangeOperatorHarness of(
      SerializableFunction<io.clausestream.core.rules.RuleBook, Detection> detection,
      MockEnvironment environment)
      throws Exception {
    return new DetectChangeOperatorHarness(
        new CoBroadcastWithKeyedOperator<>(
            new DetectChangeFunction(Optional.empty(), RuleTexts.SHIPPED, detection),
            List.of(KeptRules.STATE)),
        environment);
  }

  void processElement(CanonicalFetchRecord record, long timestamp) throws Exception {
    StreamRecord<CanonicalFetchRecord> element = new StreamRecord<>(record, timestamp);
    both.setKeyContextElement1(element);
    both.processElement1(element);
  }

  void broadcast(Rule rule) throws Exception {
    both.processElement2(new StreamRecord<>(rule));
  }

  /** The watermark of the fetches. */
  void processWatermark(long timestamp) throws Exception {
    both.processWatermark1(new Watermark(timestamp));
  }

  /** The watermark of the rules. */
  void processRulesWatermark(long timestamp) throws Exception {
    both.processWatermark2(new Watermark(timestamp));
  }

  int numKeyedStateEntries() {
    return ((HeapKeyedStateBackend<?>) both.getKeyedStateBackend()).numKeyValueStateEntries();
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
