package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka clients of the engine. What the connection says wins over what stands here. */
final class Clients {

  private static final int FETCH_BYTES = 16 << 20;

  private Clients() {}

  /**
   * The consumer of the group. A process that was killed and comes back under its name gets its
   * partitions at once, without the group waiting for the dead one.
   */
  static KafkaConsumer<byte[], byte[]> member(KafkaConnection connection, EngineSettings settings) {
    return consumer(
        connection,
        Map.of(
            "group.id",
            settings.groupId(),
            "group.instance.id",
            settings.groupId() + "-" + settings.instance(),
            "session.timeout.ms",
            "30000",
            "partition.assignment.strategy",
            CooperativeStickyAssignor.class.getName(),
            "max.poll.records",
            "100"));
  }

  /** A consumer that reads by itself. */
  static KafkaConsumer<byte[], byte[]> reader(KafkaConnection connection, int maxRecords) {
    return consumer(connection, Map.of("max.poll.records", Integer.toString(maxRecords)));
  }

  /** A producer whose dead predecessor's transaction ends when this one begins. */
  static KafkaProducer<byte[], byte[]> producer(
      KafkaConnection connection, EngineSettings settings) {
    Properties properties =
        with(
            connection,
            Map.of(
                "transactional.id", settings.groupId() + "-" + settings.instance(),
                "transaction.timeout.ms", "60000",
                "max.block.ms", "20000",
                "max.in.flight.requests.per.connection", "1",
                // A commit does not wait for it.
                "linger.ms", "50"));
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    return new KafkaProducer<>(properties);
  }

  static KafkaProducer<byte[], byte[]> plainProducer(KafkaConnection connection) {
    Properties properties = with(connection, Map.of("enable.idempotence", "true"));
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    return new KafkaProducer<>(properties);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(
      KafkaConnection connection, Map<String, String> more) {
    Properties properties = with(connection, more);
    properties.putIfAbsent("fetch.max.bytes", Integer.toString(FETCH_BYTES));
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    return new KafkaConsumer<>(properties);
  }

  private static Properties with(KafkaConnection connection, Map<String, String> defaults) {
    Properties properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(connection.toProperties());
    return properties;
  }
}
