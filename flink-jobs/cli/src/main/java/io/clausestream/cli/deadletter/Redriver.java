package io.clausestream.cli.deadletter;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.wire.EngineVersion;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Redrive;
import io.clausestream.schema.WireCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records of dead letters again. The record and the note that it was sent are one
 * transaction, so there is never one without the other. One thread; close it.
 */
final class Redriver implements AutoCloseable {

  /** Header of a record that was sent again: id of the dead letter that it comes from. */
  static final String HEADER = "clausestream_redriven_from";

  private static final String TRANSACTIONAL_ID = "clausestream-redrive";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "transactional.id",
          TRANSACTIONAL_ID,
          "transaction.timeout.ms",
          "60000",
          "compression.type",
          "zstd",
          "max.request.size",
          Integer.toString(40 << 20),
          "buffer.memory",
          Integer.toString(80 << 20));

  private final KafkaProducer<byte[], byte[]> producer;
  private final WireCodec<Redrive> codec = WireCodec.of(Redrive.class);

  /** A sender to a broker; ends what a sender that was killed left open. */
  Redriver(KafkaConnection connection) {
    Properties properties = connection.toProperties();
    properties.putAll(SETTINGS);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    this.producer = new KafkaProducer<>(properties);
    producer.initTransactions();
  }

  /**
   * Sends a letter's record, which must be complete, to the topic that it came from, and returns
   * when the broker has it.
   *
   * @param attempt which time it is sent again, from 1
   * @throws UserMistake when the broker refuses it, or another sender is at work
   */
  void send(DeadLetter letter, int attempt, Instant now) {
    try {
      producer.beginTransaction();
      producer.send(record(letter));
      producer.send(note(letter, attempt, now));
      producer.commitTransaction();
    } catch (ProducerFencedException e) {
      throw new UserMistake(
          "Another 'clausestream dead-letters redrive' runs on this broker: let it end first.", e);
    } catch (KafkaException e) {
      producer.abortTransaction();
      throw new UserMistake(
          "The broker did not take dead letter "
              + letter.getDeadLetterId()
              + " ("
              + (e.getCause() == null ? e : e.getCause()).getMessage()
              + "): nothing of it was sent.",
          e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    byte[] key = LetterText.bytes(letter.getKey());
    // A record without a key has no partition of its own but the one that it was in.
    Integer partition = key == null ? letter.getPartition() : null;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            letter.getTopic(), partition, key, LetterText.bytes(letter.getValue()));
    new TreeMap<>(letter.getHeaders())
        .forEach((name, content) -> put(record.headers(), name, LetterText.bytes(content)));
    put(record.headers(), HEADER, bytes(letter.getDeadLetterId()));
    return record;
  }

  private ProducerRecord<byte[], byte[]> note(DeadLetter letter, int attempt, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    byte[] key = LetterText.bytes(letter.getKey());
    Redrive redrive =
        Redrive.newBuilder()
            .setDeadLetterId(letter.getDeadLetterId())
            .setAttempt(attempt)
            .setReason(letter.getReason())
            .setTopic(letter.getTopic())
            .setRedrivenAt(at)
            .setEngineVersion(EngineVersion.current())
            .build();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TopicCatalogue.REDRIVES.name(),
            key == null ? bytes(letter.getDeadLetterId()) : key,
            codec.encode(redrive));
    put(record.headers(), "ce_specversion", bytes("1.0"));
    put(record.headers(), "ce_id", bytes(letter.getDeadLetterId() + "-" + attempt));
    put(record.headers(), "ce_type", bytes(TopicCatalogue.REDRIVES.eventType()));
    put(record.headers(), "ce_source", bytes("/clausestream/redrive"));
    put(record.headers(), "ce_time", bytes(at.toString()));
    put(record.headers(), "content-type", bytes("application/avro"));
    return record;
  }

  private static void put(Headers headers, String name, byte[] value) {
    headers.remove(name);
    headers.add(name, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
