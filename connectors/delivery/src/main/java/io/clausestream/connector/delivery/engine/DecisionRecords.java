package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of decisions, as CloudEvents like those of every topic. Threads may share it. */
final class DecisionRecords {

  private static final String SOURCE = "/clausestream/delivery";

  private final WireCodec<DeliveryOutcome> outcomes = WireCodec.of(DeliveryOutcome.class);
  private final WireCodec<DeliveryRetry> retries = WireCodec.of(DeliveryRetry.class);
  private final WireCodec<LateAlert> lateAlerts = WireCodec.of(LateAlert.class);
  private final EngineTopics topics;

  DecisionRecords(EngineTopics topics) {
    this.topics = topics;
  }

  /** The records of a decision, in order. */
  List<ProducerRecord<byte[], byte[]>> of(Decision decision) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    decision.outcomes().forEach(o -> records.add(of(o)));
    decision.missed().ifPresent(late -> records.add(of(late)));
    decision.retry().ifPresent(r -> records.add(of(r, decision.at())));
    if (decision.removes()) {
      records.add(
          new ProducerRecord<>(topics.retries(), decision.deliveryId().getBytes(UTF_8), null));
    }
    return records;
  }

  /** The record of an entry of the table of retries. */
  ProducerRecord<byte[], byte[]> of(DeliveryRetry retry, Instant now) {
    return new OutboundRecord(
            topics.retries(),
            retry.getDeliveryId().getBytes(UTF_8),
            retries.encode(retry),
            now.toEpochMilli(),
            retry.getDeliveryId() + "-" + retry.getAttempts(),
            TopicCatalogue.DELIVERY_RETRIES.eventType(),
            SOURCE,
            now,
            retry.getMessageId())
        .toProducerRecord();
  }

  private ProducerRecord<byte[], byte[]> of(LateAlert late) {
    return new OutboundRecord(
            topics.lateAlerts(),
            late.getSubscriberId().getBytes(UTF_8),
            lateAlerts.encode(late),
            late.getToldAt().toEpochMilli(),
            late.getLateId(),
            TopicCatalogue.LATE_ALERTS.eventType(),
            SOURCE,
            late.getToldAt(),
            late.getDocumentId())
        .toProducerRecord();
  }

  private ProducerRecord<byte[], byte[]> of(DeliveryOutcome outcome) {
    return new OutboundRecord(
            topics.deliveries(),
            outcome.getMessageId().getBytes(UTF_8),
            outcomes.encode(outcome),
            outcome.getDecidedAt().toEpochMilli(),
            outcome.getDeliveryId() + "-" + outcome.getStatus(),
            TopicCatalogue.DELIVERIES.eventType(),
            SOURCE,
            outcome.getDecidedAt(),
            outcome.getMessageId())
        .toProducerRecord();
  }
}
