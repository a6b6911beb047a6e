package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.wire.PageEvent;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * All that goes into the topology.
 *
 * @param pages the events; those of one platform must come in the platform's order from one subtask
 *     of the source, and the source must have the environment's parallelism
 * @param ruleRequests requests for rules
 */
public record DetectionInputs(DataStream<PageEvent> pages, DataStream<KafkaRecord> ruleRequests) {

  /** Pages alone: the rules are given. */
  public static DetectionInputs of(DataStream<PageEvent> pages) {
    StreamExecutionEnvironment env = pages.getExecutionEnvironment();
    return new DetectionInputs(pages, RecordInput.none(env, TopicCatalogue.RULE_REQUESTS));
  }

  /** All topics that the engine reads. */
  public static DetectionInputs ofTopics(
      StreamExecutionEnvironment env, KafkaConnection connection, String groupId) {
    return new DetectionInputs(
        KafkaInput.pages(env, connection, groupId),
        RecordInput.topic(env, connection, groupId, TopicCatalogue.RULE_REQUESTS));
  }
}
