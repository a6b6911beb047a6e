package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.SubscriptionChannel;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes deliveries of messages that were just read, and gives each a place. For one thread. */
final class FreshPlanner {

  private final EngineParts parts;

  FreshPlanner(EngineParts parts) {
    this.parts = parts;
  }

  /** A message; its offset is done when all its deliveries are decided. */
  void plan(ConsumerRecord<byte[], byte[]> record) {
    Place place = Place.of(record);
    Pending pending = new Pending(place.topicPartition(), place.offset());
    Optional<Message> message = parts.messages().decode(record);
    message.ifPresentOrElse(
        m -> plan(m, place, record.serializedValueSize(), pending), parts.metrics()::undecodable);
    parts.ledger().add(pending);
  }

  /** It waits on the topic, since its target has no room in memory, or rests. */
  void postpone(Delivery delivery) {
    Instant now = parts.clock().instant();
    Optional<Instant> rest = parts.circuits().restsUntil(delivery.way().circuit());
    String reason = rest.isPresent() ? "CIRCUIT_OPEN" : "TARGET_BUSY";
    parts
        .ledger()
        .decide(delivery, parts.verdicts().postponed(delivery, reason, rest.orElse(now), now));
  }

  private void plan(Message message, Place place, int bytes, Pending pending) {
    Optional<Subscriber> subscriber =
        parts.routes().subscriber(message.subscriberId()).filter(s -> !s.cancelled());
    if (subscriber.map(s -> s.channels().isEmpty()).orElse(true)) {
      parts.metrics().unaddressed(message.severity());
    }
    subscriber.ifPresent(s -> plan(message, s, place, bytes, pending));
  }

  private void plan(
      Message message, Subscriber subscriber, Place place, int bytes, Pending pending) {
    if (subscriber.channels().isEmpty()) {
      parts
          .lateAlerts()
          .of(message, parts.clock().instant())
          .ifPresent(late -> pending.decided().add(Decision.late(late, pending.partition())));
    }
    for (SubscriptionChannel target : new LinkedHashSet<>(subscriber.channels())) {
      Facts facts =
          Facts.of(DeliveryId.of(message.messageId(), target), message, target.getKind(), place);
      parts
          .routes()
          .way(subscriber, target)
          .ifPresentOrElse(
              way -> place(facts, message, way, bytes, pending), () -> unserved(facts, pending));
    }
  }

  private void place(Facts facts, Message message, Way way, int bytes, Pending pending) {
    Delivery delivery =
        Delivery.fresh(facts, message, way, bytes, parts.clock().instant(), pending);
    pending.open(delivery);
    // What is parked for the target came earlier.
    boolean overtakes = parts.schedule().parkedCircuits().contains(way.circuit());
    if (overtakes || parts.circuits().room(way.circuit()) == 0) {
      postpone(delivery);
    } else {
      parts.circuits().add(delivery);
    }
  }

  private void unserved(Facts facts, Pending pending) {
    pending
        .decided()
        .add(parts.verdicts().unserved(facts, pending.partition(), parts.clock().instant()));
  }
}
