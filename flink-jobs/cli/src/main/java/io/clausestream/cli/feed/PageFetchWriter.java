package io.clausestream.cli.feed;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends captures to {@code page-fetches}, each platform's in order and each once, also over the
 * producer's own repeats. The broker stamps their arrival. One thread; {@link #close} waits until
 * the broker has all.
 */
public final class PageFetchWriter implements AutoCloseable {

  private static final String MEBIBYTES_40 = Integer.toString(40 << 20);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "acks", "all",
          "enable.idempotence", "true",
          "compression.type", "zstd",
          "linger.ms", "20",
          "batch.size", Integer.toString(256 << 10),
          // The broker's limit counts compressed bytes, this one counts them before.
          "max.request.size", MEBIBYTES_40,
          "buffer.memory", Integer.toString(64 << 20));

  private final KafkaProducer<byte[], byte[]> producer;
  private final WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong tooLarge = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A writer to a broker. */
  public PageFetchWriter(KafkaConnection connection) {
    Properties properties = connection.toProperties();
    SETTINGS.forEach(properties::putIfAbsent);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    this.producer = new KafkaProducer<>(properties);
  }

  /**
   * Sends a capture; returns before the broker has it.
   *
   * @throws KafkaException when the broker failed to take an earlier one
   */
  public void send(FetchedPage page) {
    failOnFailure();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TopicCatalogue.PAGE_FETCHES.name(), bytes(page.getPlatform()), codec.encode(page));
    describe(record.headers(), page);
    producer.send(record, this::answered);
  }

  /** Waits until the broker has all that was sent. */
  public void flush() {
    producer.flush();
    failOnFailure();
  }

  /** How many the broker has. */
  public long stored() {
    return stored.get();
  }

  /** How many the broker refused because they are too large. */
  public long tooLarge() {
    return tooLarge.get();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void answered(@Nullable RecordMetadata place, @Nullable Exception e) {
    if (e == null) {
      stored.incrementAndGet();
    } else if (e instanceof RecordTooLargeException) {
      tooLarge.incrementAndGet();
    } else {
      failure.compareAndSet(null, e);
    }
  }

  private void failOnFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw new KafkaException("The broker failed to take a capture: " + e.getMessage(), e);
    }
  }

  private static void describe(Headers headers, FetchedPage page) {
    headers.add("ce_specversion", bytes("1.0"));
    headers.add("ce_id", bytes(page.getFetchId()));
    headers.add("ce_type", bytes(TopicCatalogue.PAGE_FETCHES.eventType()));
    headers.add("ce_source", bytes("/clausestream/import"));
    headers.add("ce_time", bytes(page.getFetchedAt().toString()));
    headers.add("ce_subject", bytes(page.getDocumentId()));
    headers.add("content-type", bytes("application/avro"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
