package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.SubscriptionChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes deliveries of messages that were just read, and gives each a place. For one thread. */
final class FreshPlanner {

  private final Messages messages;
  private final Routes routes;
  private final Circuits circuits;
  private final RetrySchedule schedule;
  private final Ledger ledger;
  private final Verdicts verdicts;
  private final LateAlerts lateAlerts;
  private final Clock clock;
  private final DeliveryMetrics metrics;

  FreshPlanner(EngineParts parts) {
    this.messages = parts.messages();
    this.routes = parts.routes();
    this.circuits = parts.circuits();
    this.schedule = parts.schedule();
    this.ledger = parts.ledger();
    this.verdicts = parts.verdicts();
    this.lateAlerts = parts.lateAlerts();
    this.clock = parts.clock();
    this.metrics = parts.metrics();
  }

  /** A message; its offset is done when all its deliveries are decided. */
  void plan(ConsumerRecord<byte[], byte[]> record) {
    Place place = Place.of(record);
    Pending pending = new Pending(place.topicPartition(), place.offset());
    Optional<Message> message = messages.decode(record);
    message.ifPresentOrElse(
        m -> plan(m, place, record.serializedValueSize(), pending), metrics::undecodable);
    ledger.add(pending);
  }

  /** It waits on the topic, since its target has no room in memory, or rests. */
  void postpone(Delivery delivery) {
    Instant now = clock.instant();
    Optional<Instant> rest = circuits.restsUntil(delivery.way().circuit());
    String reason = rest.isPresent() ? "CIRCUIT_OPEN" : "TARGET_BUSY";
    ledger.decide(delivery, verdicts.postponed(delivery, reason, rest.orElse(now), now));
  }

  private void plan(Message message, Place place, int bytes, Pending pending) {
    Optional<Subscriber> subscriber =
        routes.subscriber(message.subscriberId()).filter(s -> !s.cancelled());
    if (subscriber.map(s -> s.channels().isEmpty()).orElse(true)) {
      metrics.unaddressed(message.severity());
    }
    subscriber.ifPresent(s -> plan(message, s, place, bytes, pending));
  }

  private void plan(
      Message message, Subscriber subscriber, Place place, int bytes, Pending pending) {
    if (subscriber.channels().isEmpty()) {
      lateAlerts
          .of(message, clock.instant())
          .ifPresent(late -> pending.decided().add(Decision.late(late, pending.partition())));
    }
    for (SubscriptionChannel target : new LinkedHashSet<>(subscriber.channels())) {
      Facts facts =
          Facts.of(DeliveryId.of(message.messageId(), target), message, target.getKind(), place);
      routes
          .way(subscriber, target)
          .ifPresentOrElse(
              way -> place(facts, message, way, bytes, pending), () -> unserved(facts, pending));
    }
  }

  private void place(Facts facts, Message message, Way way, int bytes, Pending pending) {
    Delivery delivery = Delivery.fresh(facts, message, way, bytes, clock.instant(), pending);
    pending.open(delivery);
    // What is parked for the target came earlier.
    boolean overtakes = schedule.parkedCircuits().contains(way.circuit());
    if (overtakes || circuits.room(way.circuit()) == 0) {
      postpone(delivery);
    } else {
      circuits.add(delivery);
    }
  }

  private void unserved(Facts facts, Pending pending) {
    pending.decided().add(verdicts.unserved(facts, pending.partition(), clock.instant()));
  }
}
