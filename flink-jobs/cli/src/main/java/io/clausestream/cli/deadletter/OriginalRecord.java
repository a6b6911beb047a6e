package io.clausestream.cli.deadletter;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The value of a dead letter's record: from the letter, or else from where the record stands. */
final class OriginalRecord {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OriginalRecord() {}

  /**
   * The bytes as they came.
   *
   * @throws UserMistake when neither the letter nor its topic has them any more
   */
  static byte[] value(KafkaConnection connection, DeadLetter letter) {
    byte[] kept = LetterText.bytes(letter.getValue());
    if (kept != null) {
      return kept;
    }
    TopicPartition place = new TopicPartition(letter.getTopic(), letter.getPartition());
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(connection))) {
      consumer.assign(List.of(place));
      Map<TopicPartition, Long> first = consumer.beginningOffsets(List.of(place));
      if (first.get(place) <= letter.getOffset()) {
        consumer.seek(place, letter.getOffset());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE).records(place)) {
          if (record.offset() == letter.getOffset() && record.value() != null) {
            return record.value();
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
