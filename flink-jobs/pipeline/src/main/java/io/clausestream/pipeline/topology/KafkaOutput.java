package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.operator.EncodeFunction;
import io.clausestream.pipeline.operator.EncodeSubscriptionsFunction;
import io.clausestream.pipeline.wire.Envelope;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/**
 * All topics through one sink, so that a change, its alerts and what was suppressed beside it
 * commit in one transaction. What is pending has no topic: an endless input never ends.
 *
 * @param sink the sink; the topic stands in the record
 */
public record KafkaOutput(Sink<OutboundRecord> sink) implements DetectionSink {

  @Override
  public void attach(DetectionStreams streams) {
    changes(streams)
        .union(
            verifications(streams),
            suppressions(streams),
            health(streams),
            alerts(streams),
            lateAlerts(streams),
            digests(streams),
            prevalence(streams),
            deadLetters(streams),
            rules(streams),
            subscriptions(streams),
            refusals(streams))
        .sinkTo(sink)
        .uid(OperatorIds.KAFKA_OUTPUT)
        .name(OperatorIds.KAFKA_OUTPUT);
  }

  private static DataStream<OutboundRecord> changes(DetectionStreams streams) {
    return encode(streams.changes(), TopicCatalogue.PAGE_CHANGES, PageChange.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> verifications(DetectionStreams streams) {
    return encode(
        streams.verifications(),
        TopicCatalogue.PAGE_VERIFICATIONS,
        PageVerification.class,
        Envelope::of);
  }

  private static DataStream<OutboundRecord> suppressions(DetectionStreams streams) {
    return encode(
        streams.suppressions(), TopicCatalogue.SUPPRESSIONS, Suppression.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> health(DetectionStreams streams) {
    return encode(streams.health(), TopicCatalogue.SOURCE_HEALTH, SourceHealth.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> alerts(DetectionStreams streams) {
    return encode(streams.alerts(), TopicCatalogue.ALERTS, Alert.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> lateAlerts(DetectionStreams streams) {
    return encode(streams.lateAlerts(), TopicCatalogue.LATE_ALERTS, LateAlert.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> digests(DetectionStreams streams) {
    return encode(streams.digests(), TopicCatalogue.DIGESTS, Digest.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> prevalence(DetectionStreams streams) {
    return encode(streams.prevalence(), TopicCatalogue.PREVALENCE, Prevalence.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> deadLetters(DetectionStreams streams) {
    return encode(
        streams.deadLetters(), TopicCatalogue.DEAD_LETTERS, DeadLetter.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> rules(DetectionStreams streams) {
    return encode(streams.rules(), TopicCatalogue.RULES, Rule.class, Envelope::of);
  }

  private static DataStream<OutboundRecord> subscriptions(DetectionStreams streams) {
    String id = OperatorIds.ENCODE + TopicCatalogue.SUBSCRIPTIONS.name();
    return streams
        .subscriptions()
        .map(new EncodeSubscriptionsFunction())
        .returns(TypeInformation.of(OutboundRecord.class))
        .uid(id)
        .name(id);
  }

  private static DataStream<OutboundRecord> refusals(DetectionStreams streams) {
    return encode(streams.refusals(), TopicCatalogue.REFUSALS, Refusal.class, Envelope::of);
  }

  private static <T extends SpecificRecord> DataStream<OutboundRecord> encode(
      DataStream<T> records,
      TopicSpec topic,
      Class<T> recordClass,
      SerializableFunction<T, Envelope> envelopeOf) {
    String id = OperatorIds.ENCODE + topic.name();
    return records
        .map(new EncodeFunction<>(topic, recordClass, envelopeOf))
        .returns(TypeInformation.of(OutboundRecord.class))
        .uid(id)
        .name(id);
  }
}
