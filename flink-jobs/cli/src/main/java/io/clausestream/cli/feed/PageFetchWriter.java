package io.clausestream.cli.feed;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends captures to {@code page-fetches}, each platform's in order and each once, also over the
 * producer's own repeats. The broker stamps their arrival. One thread; {@link #close} waits until
 * the broker has all.
 */
public final class PageFetchWriter implements AutoCloseable {

  /** Who sends the captures of archives. */
  public static final String IMPORT = "/clausestream/import";

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

  private final String source;
  private final KafkaProducer<byte[], byte[]> producer;
  private final WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong tooLarge = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * A writer to a broker.
   *
   * @param source who sends, as the records tell it: a URI reference
   */
  public PageFetchWriter(KafkaConnection connection, String source) {
    this.source = source;
    Properties properties = connection.toProperties();
    SETTINGS.forEach(properties::putIfAbsent);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    this.producer = new KafkaProducer<>(properties);
  }

  /**
   * Sends a capture; returns before the broker has it.
   *
   * @return where it stands, when the broker has it
   * @throws KafkaException when the broker failed to take an earlier one
   */
  public Future<RecordMetadata> send(FetchedPage page) {
    failOnFailure();
    return producer.send(record(page).toProducerRecord(), this::answered);
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

  private OutboundRecord record(FetchedPage page) {
    return new OutboundRecord(
        TopicCatalogue.PAGE_FETCHES.name(),
        page.getPlatform().getBytes(StandardCharsets.UTF_8),
        codec.encode(page),
        page.getFetchedAt().toEpochMilli(),
        page.getFetchId(),
        TopicCatalogue.PAGE_FETCHES.eventType(),
        source,
        page.getFetchedAt(),
        page.getDocumentId());
  }
}
