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
 * @param subscriptionRequests requests for subscriptions
 * @param subscriptions the subscriptions that were admitted: what the engine wrote on its topic, so
 *     that the topic, and not a state, is the truth
 * @param corrections what somebody says was told wrongly
 * @param subscribed whether subscriptions and corrections can come at all
 */
public record DetectionInputs(
    DataStream<PageEvent> pages,
    DataStream<KafkaRecord> ruleRequests,
    DataStream<KafkaRecord> subscriptionRequests,
    DataStream<KafkaRecord> subscriptions,
    DataStream<KafkaRecord> corrections,
    boolean subscribed) {

  /** Pages alone: the rules are given, and nobody is told. */
  public static DetectionInputs of(DataStream<PageEvent> pages) {
    StreamExecutionEnvironment env = pages.getExecutionEnvironment();
    return new DetectionInputs(
        pages,
        RecordInput.none(env, TopicCatalogue.RULE_REQUESTS),
        RecordInput.none(env, TopicCatalogue.SUBSCRIPTION_REQUESTS),
        RecordInput.none(env, TopicCatalogue.SUBSCRIPTIONS),
        RecordInput.none(env, TopicCatalogue.ALERT_CORRECTIONS),
        false);
  }

  /** All topics that the engine reads. */
  public static DetectionInputs ofTopics(
      StreamExecutionEnvironment env, KafkaConnection connection, String groupId) {
    return new DetectionInputs(
        KafkaInput.pages(env, connection, groupId),
        RecordInput.topic(env, connection, groupId, TopicCatalogue.RULE_REQUESTS),
        RecordInput.topic(env, connection, groupId, TopicCatalogue.SUBSCRIPTION_REQUESTS),
        RecordInput.topic(env, connection, groupId, TopicCatalogue.SUBSCRIPTIONS),
        RecordInput.topic(env, connection, groupId, TopicCatalogue.ALERT_CORRECTIONS),
        true);
  }

  /** The same with subscriptions that were admitted before. */
  public DetectionInputs withSubscriptions(DataStream<KafkaRecord> given) {
    return new DetectionInputs(pages, ruleRequests, subscriptionRequests, given, corrections, true);
  }
}
