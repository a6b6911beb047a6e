package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes waiting deliveries whose time has come and gives each a place. For one thread. */
final class RetryPlanner {

  /** Looked at in one turn; only few of them are read again. */
  private static final int LOOKED_AT = 512;

  private static final int FETCHED = 32;

  private final EngineParts parts;
  private final MessageFetcher fetcher;
  private final Duration maxAge;

  RetryPlanner(EngineParts parts, MessageFetcher fetcher, Duration maxAge) {
    this.parts = parts;
    this.fetcher = fetcher;
    this.maxAge = maxAge;
  }

  /** An entry with the way that it has now, if any. */
  private record Candidate(RetryEntry entry, Optional<Way> way) {}

  /** Plans what is due. */
  void plan() {
    List<RetryEntry> looked = new ArrayList<>();
    List<Candidate> chosen = new ArrayList<>();
    Map<Place, ConsumerRecord<byte[], byte[]>> records;
    try {
      lookAt(looked);
      Map<String, Integer> promised = new HashMap<>();
      looked.forEach(e -> choose(new Candidate(e, parts.routes().way(e)), chosen, promised));
      records = fetcher.fetch(chosen.stream().map(c -> c.entry().place()).toList());
    } catch (RuntimeException e) {
      // The broker is away; they are looked at again when it is back.
      looked.stream()
          .filter(RetryEntry::isTaken)
          .forEach(entry -> parts.schedule().putBack(entry, parts.clock().instant()));
      throw e;
    }
    chosen.forEach(one -> place(one, Optional.ofNullable(records.get(one.entry().place()))));
  }

  private void lookAt(List<RetryEntry> looked) {
    for (String circuit : List.copyOf(parts.schedule().parkedCircuits())) {
      int most = Math.min(FETCHED - looked.size(), parts.circuits().room(circuit));
      if (most > 0) {
        looked.addAll(parts.schedule().takeParked(circuit, most));
      }
    }
    looked.addAll(parts.schedule().takeDue(parts.clock().instant(), LOOKED_AT));
  }

  private void choose(Candidate one, List<Candidate> chosen, Map<String, Integer> promised) {
    RetryEntry entry = one.entry();
    boolean needsRoom = one.way().isPresent() && !isOverdue(entry);
    String circuit = one.way().map(Way::circuit).orElse("");
    int taken = promised.getOrDefault(circuit, 0);
    if (needsRoom && parts.circuits().room(circuit) <= taken) {
      parts.schedule().park(entry, circuit);
    } else if (chosen.size() >= FETCHED) {
      parts.schedule().putBack(entry, parts.clock().instant());
    } else {
      promised.merge(circuit, needsRoom ? 1 : 0, Integer::sum);
      chosen.add(one);
    }
  }

  /** Whether there is something to record of it, though it may not be sent. */
  private boolean isOverdue(RetryEntry entry) {
    Instant now = parts.clock().instant();
    return entry.isExpired(now, maxAge) || entry.isLateUntold(now);
  }

  private void place(Candidate one, Optional<ConsumerRecord<byte[], byte[]>> record) {
    record
        .flatMap(parts.messages()::decode)
        .filter(m -> m.messageId().equals(one.entry().messageId()))
        .ifPresentOrElse(
            m -> place(one, m, record.orElseThrow().serializedValueSize()),
            () -> gone(one.entry()));
  }

  private void place(Candidate one, Message message, int bytes) {
    RetryEntry entry = one.entry();
    Instant now = parts.clock().instant();
    Facts facts = Facts.of(entry.deliveryId(), message, entry.channel(), entry.place());
    if (one.way().isEmpty()) {
      giveUp(
          entry,
          facts,
          "NO_CHANNEL",
          "The subscriber has this channel no more, or this deliverer does not serve it.");
      return;
    }
    Delivery delivery = Delivery.again(facts, message, one.way().get(), bytes, entry);
    if (entry.isExpired(now, maxAge)) {
      parts
          .ledger()
          .decide(
              delivery, parts.verdicts().givenUp(delivery, entry.reason(), expired(entry), now));
    } else if (now.isBefore(entry.notBefore())
        || parts.circuits().room(delivery.way().circuit()) == 0) {
      parts
          .ledger()
          .decide(
              delivery,
              parts.verdicts().postponed(delivery, entry.reason(), entry.notBefore(), now));
    } else {
      parts.circuits().add(delivery);
    }
  }

  private String expired(RetryEntry entry) {
    return "Given up after %s and %d attempts; 'deliveries retry' sends it again."
        .formatted(maxAge, entry.attempts());
  }

  private void gone(RetryEntry entry) {
    Facts facts =
        new Facts(
            entry.deliveryId(),
            entry.messageId(),
            parts.messages().kindOf(entry.place().topic()),
            entry.subscriberId(),
            entry.channel(),
            Severity.UNKNOWN,
            Optional.empty(),
            entry.place());
    giveUp(
        entry,
        facts,
        "MESSAGE_GONE",
        "The message does not stand at its place on the topic any more.");
  }

  private void giveUp(RetryEntry entry, Facts facts, String reason, String detail) {
    Instant now = parts.clock().instant();
    parts.ledger().decide(parts.verdicts().givenUp(entry, facts, reason, detail, now));
  }
}
