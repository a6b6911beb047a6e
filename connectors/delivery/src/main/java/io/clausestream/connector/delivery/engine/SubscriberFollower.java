package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the table of subscribers as the topic has it. For one thread. */
final class SubscriberFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriberFollower.class);

  private final WireCodec<Subscription> codec = WireCodec.of(Subscription.class);
  private final SubscriberTable table = new SubscriberTable();
  private final TopicFollower follower;
  private final BooleanSupplier goOn;

  private SubscriberFollower(KafkaConnection connection, String topic, BooleanSupplier goOn) {
    this.follower = TopicFollower.open(connection, List.of(topic), this::apply);
    this.goOn = goOn;
  }

  static SubscriberFollower open(KafkaConnection connection, String topic, BooleanSupplier goOn) {
    return new SubscriberFollower(connection, topic, goOn);
  }

  SubscriberTable table() {
    return table;
  }

  void follow() {
    follower.follow();
  }

  void catchUp() {
    follower.catchUp(goOn);
  }

  @Override
  public void close() {
    follower.close();
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    try {
      byte @Nullable [] value = record.value();
      table.apply(new String(record.key(), UTF_8), value == null ? null : codec.decode(value));
    } catch (UndecodableRecordException e) {
      LOG.error(
          "Cannot read the subscription at {}, the terms before stay: {}",
          Place.of(record),
          e.getMessage());
    }
  }
}
