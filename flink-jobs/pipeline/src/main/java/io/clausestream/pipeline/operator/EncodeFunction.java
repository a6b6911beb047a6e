package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.pipeline.wire.Envelope;
import io.clausestream.schema.WireCodec;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Encodes the records of one topic for the sink of all topics. */
public final class EncodeFunction<T extends SpecificRecord>
    extends RichMapFunction<T, OutboundRecord> {

  private static final long serialVersionUID = 1;

  private final String topic;
  private final String type;
  private final Class<T> recordClass;
  private final SerializableFunction<T, Envelope> envelopeOf;
  private transient @Nullable WireCodec<T> codec;

  /**
   * An encoder for a topic.
   *
   * @param recordClass class of the topic's records
   * @param envelopeOf what stands around a record
   */
  public EncodeFunction(
      TopicSpec topic, Class<T> recordClass, SerializableFunction<T, Envelope> envelopeOf) {
    this.topic = topic.name();
    this.type = topic.eventType();
    this.recordClass = recordClass;
    this.envelopeOf = envelopeOf;
  }

  @Override
  public void open(OpenContext context) {
    codec = WireCodec.of(recordClass);
  }

  @Override
  public OutboundRecord map(T record) {
    Envelope envelope = envelopeOf.apply(record);
    return new OutboundRecord(
        topic,
        envelope.key(),
        Objects.requireNonNull(codec, "open was not called").encode(record),
        envelope.time().toEpochMilli(),
        envelope.id(),
        type,
        envelope.source(),
        envelope.time(),
        envelope.subject());
  }
}
