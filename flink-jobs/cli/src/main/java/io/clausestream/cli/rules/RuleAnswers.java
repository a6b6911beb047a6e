package io.clausestream.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import io.clausestream.schema.WireCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Asks for rules and reads the answers from the moment it was made. One thread; close it. */
final class RuleAnswers implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of("acks", "all", "compression.type", "zstd", "max.request.size", "8388608");

  private final TopicReader<Rule> rules;
  private final TopicReader<Refusal> refusals;
  private @Nullable Answer found;

  /**
   * An answer: one of the two.
   *
   * @param rule what was admitted
   * @param refusal why it was not
   */
  record Answer(@Nullable Rule rule, @Nullable Refusal refusal) {}

  RuleAnswers(KafkaConnection broker) {
    this.rules = TopicReader.fromEnd(broker, TopicCatalogue.RULES, Rule.class);
    this.refusals = TopicReader.fromEnd(broker, TopicCatalogue.REFUSALS, Refusal.class);
  }

  /**
   * Sends a request, and returns when the broker has it.
   *
   * @throws UserMistake when the broker does not take it
   */
  static void send(KafkaConnection broker, RuleRequest request) {
    Properties properties = broker.toProperties();
    SETTINGS.forEach(properties::putIfAbsent);
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties)) {
      producer.send(record(request).toProducerRecord()).get();
    } catch (ExecutionException e) {
      throw new UserMistake(
          "The broker did not take the request (" + e.getCause().getMessage() + ").", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("Interrupted before the broker had the request.", e);
    }
  }

  private static OutboundRecord record(RuleRequest request) {
    return new OutboundRecord(
        TopicCatalogue.RULE_REQUESTS.name(),
        request.getRuleSetId().getBytes(UTF_8),
        WireCodec.of(RuleRequest.class).encode(request),
        request.getRequestedAt().toEpochMilli(),
        request.getRequestId(),
        TopicCatalogue.RULE_REQUESTS.eventType(),
        "/clausestream/rules",
        request.getRequestedAt(),
        request.getRuleSetId() + "@" + request.getVersion());
  }

  /** Waits for the answer to a request; empty when the time is up. */
  Optional<Answer> await(String requestId, Duration patience, InstantSource clock) {
    Instant giveUp = clock.instant().plus(patience);
    while (found == null && clock.instant().isBefore(giveUp)) {
      rules.poll(rule -> take(requestId, rule.getRequestId(), new Answer(rule, null)));
      refusals.poll(refusal -> take(requestId, refusal.getRequestId(), new Answer(null, refusal)));
    }
    return Optional.ofNullable(found);
  }

  private void take(String asked, @Nullable String answered, Answer answer) {
    if (asked.equals(answered)) {
      found = answer;
    }
  }

  @Override
  public void close() {
    rules.close();
    refusals.close();
  }
}
