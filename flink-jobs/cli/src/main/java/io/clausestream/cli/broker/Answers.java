package io.clausestream.cli.broker;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.schema.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * The engine's answers to requests, from the moment this was made: so make it before the request is
 * sent. One thread; close it.
 */
public final class Answers<T extends SpecificRecord> implements AutoCloseable {

  private final TopicReader<T> admitted;
  private final TopicReader<Refusal> refused;
  private final Function<T, String> requestId;
  private final Map<String, Answer<T>> found = new HashMap<>();

  /**
   * An answer: one of the two.
   *
   * @param admitted what was admitted
   * @param refusal why it was not
   */
  public record Answer<T>(Optional<T> admitted, Optional<Refusal> refusal) {}

  /**
   * The answers on a broker.
   *
   * @param topic topic of what is admitted
   * @param type class of its records
   * @param requestId the request that a record answers
   */
  public Answers(
      KafkaConnection broker, TopicSpec topic, Class<T> type, Function<T, String> requestId) {
    this.admitted = TopicReader.fromEnd(broker, topic, type);
    this.refused = TopicReader.fromEnd(broker, TopicCatalogue.REFUSALS, Refusal.class);
    this.requestId = requestId;
  }

  /** Waits for the answer to a request; empty when the time is up. */
  public Optional<Answer<T>> await(String request, Duration patience, InstantSource clock) {
    Instant giveUp = clock.instant().plus(patience);
    while (!found.containsKey(request) && clock.instant().isBefore(giveUp)) {
      poll();
    }
    return find(request);
  }

  /** The answer to a request, if it was read. */
  public Optional<Answer<T>> find(String request) {
    return Optional.ofNullable(found.get(request));
  }

  /** Reads on, waiting a moment when there is nothing. */
  public void poll() {
    admitted.poll(
        record ->
            found.put(
                requestId.apply(record), new Answer<>(Optional.of(record), Optional.empty())));
    refused.poll(
        refusal -> {
          if (refusal.getRequestId() != null) {
            found.put(refusal.getRequestId(), new Answer<>(Optional.empty(), Optional.of(refusal)));
          }
        });
  }

  @Override
  public void close() {
    admitted.close();
    refused.close();
  }
}
