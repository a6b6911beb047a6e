package io.clausestream.cli.deadletter;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The record of a dead letter: from the letter, or else from where the record stands. */
final class OriginalRecord {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OriginalRecord() {}

  /**
   * The letter with value and headers as they came.
   *
   * @throws UserMistake when neither the letter nor its topic has them any more
   */
  static DeadLetter complete(KafkaConnection connection, DeadLetter letter) {
    if (letter.getValue() != null || letter.getTopic() == null) {
      return letter;
    }
    TopicPartition place = new TopicPartition(letter.getTopic(), letter.getPartition());
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(connection))) {
      consumer.assign(List.of(place));
      if (holds(consumer, place, letter.getOffset())) {
        consumer.seek(place, letter.getOffset());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE).records(place)) {
          if (record.offset() == letter.getOffset() && record.value() != null) {
            return with(KafkaRecord.of(record), letter);
          }
        }
      }
    }
    throw new UserMistake(
        "Dead letter "
            + letter.getDeadLetterId()
            + " holds no value, and "
            + LetterText.place(letter)
            + " does not have it any more: have the page fetched anew.");
  }

  /** Whether the topic reaches so far: nothing else needs waiting for. */
  private static boolean holds(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition place, long offset) {
    List<TopicPartition> places = List.of(place);
    return consumer.beginningOffsets(places).get(place) <= offset
        && offset < consumer.endOffsets(places).get(place);
  }

  private static DeadLetter with(KafkaRecord record, DeadLetter letter) {
    Map<String, ByteBuffer> headers = new HashMap<>();
    record.headers().forEach((name, value) -> headers.put(name, ByteBuffer.wrap(value)));
    return DeadLetter.newBuilder(letter)
        .setValue(ByteBuffer.wrap(record.value()))
        .setHeaders(headers)
        .build();
  }

  private static Properties properties(KafkaConnection connection) {
    Properties properties = connection.toProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("max.poll.records", "1");
    properties.put("allow.auto.create.topics", "false");
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    return properties;
  }
}
