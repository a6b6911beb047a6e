package io.clausestream.connector.testkit;

import io.clausestream.connector.kafka.KafkaConnection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records as any producer would. */
public final class RecordSender {

  private RecordSender() {}

  /**
   * Sends the records in order and returns when the broker has all of them.
   *
   * @param connection may carry producer properties, for example {@code compression.type}
   * @throws KafkaException when the broker refuses one
   */
  public static void send(
      KafkaConnection connection, List<ProducerRecord<byte[], byte[]>> records) {
    Properties properties = connection.toProperties();
    properties.putIfAbsent("max.request.size", Integer.toString(40 << 20));
    properties.putIfAbsent("buffer.memory", Integer.toString(80 << 20));
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      List<Future<RecordMetadata>> answers = records.stream().map(producer::send).toList();
      producer.flush();
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("The broker refused a record: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while sending", e);
    }
  }
}
