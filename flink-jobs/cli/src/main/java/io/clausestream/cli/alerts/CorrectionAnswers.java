package io.clausestream.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.WireCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Corrects, and reads the answers from the moment it was made. One thread; close it. */
final class CorrectionAnswers implements AutoCloseable {

  private static final Map<String, String> SETTINGS = Map.of("acks", "all");

  private final TopicReader<Alert> alerts;
  private final TopicReader<Refusal> refusals;
  private final Set<String> takenBack = new HashSet<>();
  private @Nullable Refusal refusal;

  CorrectionAnswers(KafkaConnection broker) {
    this.alerts = TopicReader.fromEnd(broker, TopicCatalogue.ALERTS, Alert.class);
    this.refusals = TopicReader.fromEnd(broker, TopicCatalogue.REFUSALS, Refusal.class);
  }

  /**
   * Sends a correction, and returns when the broker has it.
   *
   * @throws UserMistake when the broker does not take it
   */
  static void send(KafkaConnection broker, AlertCorrection correction) {
    Properties properties = broker.toProperties();
    SETTINGS.forEach(properties::putIfAbsent);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      producer.send(record(correction).toProducerRecord()).get();
    } catch (ExecutionException e) {
      throw new UserMistake(
          "The broker did not take the correction (" + e.getCause().getMessage() + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("Interrupted before the broker had the correction.", e);
    }
  }

  private static OutboundRecord record(AlertCorrection correction) {
    return new OutboundRecord(
        TopicCatalogue.ALERT_CORRECTIONS.name(),
        correction.getPlatform().getBytes(UTF_8),
        WireCodec.of(AlertCorrection.class).encode(correction),
        correction.getRequestedAt().toEpochMilli(),
        correction.getCorrectionId(),
        TopicCatalogue.ALERT_CORRECTIONS.eventType(),
        "/clausestream/alerts",
        correction.getRequestedAt(),
        correction.getChangeId());
  }

  /** Waits for the alerts to be taken back, or the refusal; returns early when all are there. */
  void await(AlertCorrection correction, int wanted, Duration patience, InstantSource clock) {
    Instant giveUp = clock.instant().plus(patience);
    while (refusal == null
        && (wanted == 0 || takenBack.size() < wanted)
        && clock.instant().isBefore(giveUp)) {
      alerts.poll(alert -> take(correction, alert));
      refusals.poll(one -> take(correction, one));
    }
  }

  private void take(AlertCorrection correction, Alert alert) {
    String retracts = alert.getRetracts();
    if (retracts != null && alert.getChange().getChangeId().equals(correction.getChangeId())) {
      takenBack.add(retracts);
    }
  }

  private void take(AlertCorrection correction, Refusal one) {
    if (correction.getCorrectionId().equals(one.getRequestId())) {
      refusal = one;
    }
  }

  /** How many alerts were taken back. */
  int takenBack() {
    return takenBack.size();
  }

  /** Why it was refused; null if it was not. */
  @Nullable Refusal refusal() {
    return refusal;
  }

  @Override
  public void close() {
    alerts.close();
    refusals.close();
  }
}
