package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** Starts sends, takes their results and hands over what must not be waited for. One thread. */
final class Dispatcher {

  /** A lease is that much longer than the longest send, so that its result can be recorded. */
  private static final Duration LEASE_ROOM = Duration.ofSeconds(30);

  private final EngineSettings settings;
  private final EngineParts parts;
  private final FreshPlanner planner;
  private final Workers workers;
  private final Clock clock;

  Dispatcher(EngineSettings settings, EngineParts parts, FreshPlanner planner, Workers workers) {
    this.settings = settings;
    this.parts = parts;
    this.planner = planner;
    this.workers = workers;
    this.clock = parts.clock();
  }

  /** Starts as many sends as the limits allow. */
  void start() {
    Ledger ledger = parts.ledger();
    while (ledger.inFlight() + 1 < settings.limits().maxInFlight()) {
      Optional<Delivery> next = parts.circuits().next();
      if (next.isEmpty()) {
        break;
      }
      ledger.started();
      workers.start(next.get());
    }
    parts.circuits().removeHopeless().forEach(this::giveBack);
  }

  /**
   * Takes the results that are there, waiting for the first at most so long.
   *
   * @return whether there was one
   */
  boolean takeResults(Duration wait) throws InterruptedException {
    workers.interruptOverdue();
    Optional<Workers.Ended> ended = workers.next(wait);
    boolean any = ended.isPresent();
    while (ended.isPresent()) {
      take(ended.get());
      ended = workers.next(Duration.ZERO);
    }
    return any;
  }

  /** Lets go of what others wait for: the table of retries has it from now on. */
  void handOverBlockers() {
    Set<Delivery> blockers = Set.copyOf(parts.ledger().blockers());
    parts.circuits().removeQueued(blockers::contains);
    Set<Delivery> running = workers.running();
    for (Delivery delivery : blockers) {
      if (running.contains(delivery)) {
        lease(delivery, leaseEnd());
      } else {
        planner.postpone(delivery);
      }
    }
  }

  /** Waits for the sends of these partitions, and leases those that do not end. */
  void settle(Collection<TopicPartition> partitions) throws InterruptedException {
    Set<TopicPartition> all = Set.copyOf(partitions);
    awaitEnd(d -> isOf(d, all));
    running(d -> isOf(d, all)).forEach(d -> lease(d, leaseEnd()));
  }

  /** Waits for all sends; those that do not end are stopped now, and may be repeated at once. */
  void settleAll() throws InterruptedException {
    awaitEnd(d -> true);
    running(d -> true).forEach(d -> lease(d, clock.instant()));
  }

  /** The sends of these partitions are of no use any more. */
  void abandon(Collection<TopicPartition> partitions) {
    Set<TopicPartition> all = Set.copyOf(partitions);
    running(d -> isOf(d, all)).forEach(Delivery::abandon);
    parts.circuits().removeQueued(d -> isOf(d, all));
  }

  private Instant leaseEnd() {
    return clock.instant().plus(settings.limits().longestSend()).plus(LEASE_ROOM);
  }

  private void awaitEnd(Predicate<Delivery> which) throws InterruptedException {
    long end = System.nanoTime() + settings.limits().grace().toNanos();
    while (!running(which).isEmpty() && System.nanoTime() < end) {
      takeResults(Duration.ofMillis(10));
    }
  }

  private List<Delivery> running(Predicate<Delivery> which) {
    return workers.running().stream().filter(which).toList();
  }

  private boolean isOf(Delivery delivery, Set<TopicPartition> partitions) {
    return delivery.isOf(partitions, settings.topics().retries());
  }

  private void take(Workers.Ended ended) {
    SendResult result = ended.result();
    Delivery delivery = ended.delivery();
    boolean answered = !(result instanceof SendResult.Retry retry) || retry.alone();
    parts.circuits().ended(delivery, answered);
    parts.ledger().decide(delivery, parts.verdicts().sent(delivery, result, clock.instant()));
  }

  private void lease(Delivery delivery, Instant until) {
    parts.ledger().decide(delivery, parts.verdicts().leased(delivery, until, clock.instant()));
    delivery.handedOver();
  }

  /** Its target was found dead: it waits where it waited before. */
  private void giveBack(Delivery delivery) {
    RetryEntry entry = delivery.entry();
    if (entry == null) {
      planner.postpone(delivery);
    } else {
      parts.schedule().park(entry, delivery.way().circuit());
    }
  }
}
