package io.clausestream.cli.broker;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.OutboundRecord;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what people ask for. Stateless. */
public final class RequestSender {

  private static final Map<String, String> SETTINGS =
      Map.of("acks", "all", "compression.type", "zstd", "max.request.size", "8388608");

  private RequestSender() {}

  /**
   * Sends requests in their order, and returns when the broker has them.
   *
   * @return where they stand, in the same order
   * @throws UserMistake when the broker does not take one
   */
  public static List<RecordMetadata> send(KafkaConnection broker, List<OutboundRecord> requests) {
    Properties properties = broker.toProperties();
    SETTINGS.forEach(properties::putIfAbsent);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      List<Future<RecordMetadata>> sent =
          requests.stream().map(request -> producer.send(request.toProducerRecord())).toList();
      return sent.stream().map(RequestSender::await).toList();
    }
  }

  private static RecordMetadata await(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw new UserMistake(
          "The broker did not take the request (" + e.getCause().getMessage() + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("Interrupted before the broker had the request.", e);
    }
  }
}
