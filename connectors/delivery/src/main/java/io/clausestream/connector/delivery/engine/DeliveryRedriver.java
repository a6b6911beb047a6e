package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.engine.DeliveryState.Status;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Lets deliveries that were given up be sent again, by whichever engine runs. Threads may share.
 */
public final class DeliveryRedriver {

  private final KafkaConnection connection;
  private final EngineTopics topics;
  private final DecisionRecords records;
  private final Clock clock;

  /** A redriver for these topics. */
  public DeliveryRedriver(KafkaConnection connection, EngineTopics topics, Clock clock) {
    this.connection = connection;
    this.topics = topics;
    this.records = new DecisionRecords(topics);
    this.clock = clock;
  }

  /**
   * Puts all deliveries that were given up, and that the filter lets through, among those that
   * wait: due at once, with all attempts before them. Those that wait already stay as they are.
   *
   * @return them, as they stood before
   * @throws KafkaException when the broker did not take all; asked again, it goes on with the rest
   */
  public List<DeliveryState> redrive(DeliveryFilter filter) {
    List<DeliveryState> failed =
        DeliveryLog.read(connection, topics, filter).stream()
            .filter(s -> s.status() == Status.FAILED)
            .toList();
    if (!failed.isEmpty()) {
      write(failed);
    }
    return failed;
  }

  private void write(List<DeliveryState> failed) {
    Instant now = clock.instant();
    try (KafkaProducer<byte[], byte[]> producer = Clients.plainProducer(connection)) {
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      failed.forEach(s -> answers.add(producer.send(records.of(retry(s, now), now))));
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The broker did not take all deliveries: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  private static DeliveryRetry retry(DeliveryState state, Instant now) {
    DeliveryOutcome outcome = state.outcome().orElseThrow();
    return DeliveryRetry.newBuilder()
        .setDeliveryId(outcome.getDeliveryId())
        .setMessageId(outcome.getMessageId())
        .setSubscriberId(outcome.getSubscriberId())
        .setChannel(outcome.getChannel())
        .setTopic(outcome.getTopic())
        .setPartition(outcome.getPartition())
        .setOffset(outcome.getOffset())
        .setAttempts(0)
        .setFirstAttemptAt(now)
        .setNotBefore(now)
        .setLateAt(state.lateAt().orElse(null))
        .setReason("REDRIVEN")
        .build();
  }
}
