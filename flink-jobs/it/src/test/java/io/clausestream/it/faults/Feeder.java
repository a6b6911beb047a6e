package io.clausestream.it.faults;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends pages as a crawler does, in order, one after the other with a pause between; while the
 * broker is away it tries again.
 */
final class Feeder {

  private final KafkaConnection connection;
  private final List<FetchedPage> pages;
  private final AtomicLong pauseNanos;
  private final CompletableFuture<Void> done;

  private Feeder(KafkaConnection connection, List<FetchedPage> pages, Duration pause) {
    this.connection = connection;
    this.pages = pages;
    this.pauseNanos = new AtomicLong(pause.toNanos());
    this.done = CompletableFuture.runAsync(this::feed);
  }

  static Feeder start(KafkaConnection connection, List<FetchedPage> pages, Duration pause) {
    return new Feeder(connection, pages, pause);
  }

  /** Whether there is more to come. */
  boolean isFeeding() {
    return !done.isDone();
  }

  /** Sends the rest without a pause, and waits until the broker has all. */
  void finish() throws InterruptedException, ExecutionException, TimeoutException {
    pauseNanos.set(0);
    done.get(5, TimeUnit.MINUTES);
  }

  private void feed() {
    WireCodec<FetchedPage> codec = WireCodec.of(FetchedPage.class);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties())) {
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (FetchedPage page : pages) {
        answers.add(producer.send(record(page, codec.encode(page))));
        LockSupport.parkNanos(pauseNanos.get());
      }
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("A page was not fed", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(FetchedPage page, byte[] value) {
    return new ProducerRecord<>(
        TopicCatalogue.PAGE_FETCHES.name(),
        null,
        page.getFetchedAt().toEpochMilli(),
        page.getPlatform().getBytes(StandardCharsets.UTF_8),
        value);
  }

  private Properties properties() {
    Properties properties = connection.toProperties();
    properties.put("delivery.timeout.ms", "600000");
    properties.put("request.timeout.ms", "5000");
    properties.put("max.block.ms", "600000");
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    return properties;
  }
}
