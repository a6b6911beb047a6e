package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** The sink of all topics: each record names its own. */
public final class KafkaSinks {

  private static final String MAX_REQUEST = Integer.toString(TopicCatalogue.MAX_REQUEST_BYTES);

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "compression.type",
          "zstd",
          "linger.ms",
          "20",
          "max.request.size",
          MAX_REQUEST,
          // A record longer than the whole buffer is refused before it is sent.
          "buffer.memory",
          Integer.toString(2 * TopicCatalogue.MAX_REQUEST_BYTES));

  private KafkaSinks() {}

  /**
   * {@link #exactlyOnce(KafkaConnection, String, Duration, Collection)} to the catalogue's.
   *
   * @param lost what happens when Kafka aborted or forgot what a complete checkpoint counts on
   */
  public static Sink<OutboundRecord> exactlyOnce(
      KafkaConnection connection,
      String transactionalIdPrefix,
      Duration transactionTimeout,
      LostOutput lost) {
    KafkaSink<OutboundRecord> sink =
        exactlyOnce(
            connection, transactionalIdPrefix, transactionTimeout, TopicCatalogue.outputs());
    return new LossRefusingSink(sink, connection, lost);
  }

  /**
   * A sink whose records show to readers of committed records when the checkpoint that holds them
   * is complete, each once. The job needs checkpoints. Properties of the connection win over the
   * defaults set here, but not over acks and the timeout.
   *
   * @param transactionalIdPrefix names this sink's transactions; unique in the cluster to the job,
   *     and the same after each restart
   * @param transactionTimeout how long a transaction may stay open; must outlast the longest outage
   *     (see {@link TransactionTimeouts})
   * @param topics all topics that records may name; each must exist when the job starts
   */
  public static KafkaSink<OutboundRecord> exactlyOnce(
      KafkaConnection connection,
      String transactionalIdPrefix,
      Duration transactionTimeout,
      Collection<String> topics) {
    return sink(connection, topics)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(transactionalIdPrefix)
        // Ids are used again, so that the broker does not remember one per checkpoint for days.
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setProperty("transaction.timeout.ms", Long.toString(transactionTimeout.toMillis()))
        .build();
  }

  /** {@link #atLeastOnce(KafkaConnection, Collection)} to the catalogue's. */
  public static KafkaSink<OutboundRecord> atLeastOnce(KafkaConnection connection) {
    return atLeastOnce(connection, TopicCatalogue.outputs());
  }

  /**
   * A sink whose records show at once and, after a failure, perhaps again under the same ids.
   *
   * @param topics all topics that records may name
   */
  public static KafkaSink<OutboundRecord> atLeastOnce(
      KafkaConnection connection, Collection<String> topics) {
    return sink(connection, topics).setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
  }

  private static KafkaSinkBuilder<OutboundRecord> sink(
      KafkaConnection connection, Collection<String> topics) {
    return KafkaSink.<OutboundRecord>builder()
        .setKafkaProducerConfig(connection.toProperties(DEFAULTS))
        .setBootstrapServers(connection.bootstrapServers())
        .setProperty("acks", "all")
        .setRecordSerializer(new OutboundRecordSerializer(topics));
  }
}
