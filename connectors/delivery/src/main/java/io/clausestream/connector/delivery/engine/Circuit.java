package io.clausestream.connector.delivery.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One target: what waits for it in memory, what is being sent to it, and whether it is alive. */
final class Circuit {

  /** A send that lasts longer makes its target a suspect. */
  private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();

  private final CircuitBreaker breaker;
  private final Clock clock;
  private final Duration rest;
  private final int room;
  private final Deque<Delivery> queue = new ArrayDeque<>();
  private final Map<Delivery, Long> running = new HashMap<>();
  private boolean lastFailed;
  private Instant restsUntil = Instant.MIN;

  Circuit(CircuitBreaker breaker, Clock clock, Duration rest, int room) {
    this.breaker = breaker;
    this.clock = clock;
    this.rest = rest;
    this.room = room;
  }

  /** How many more deliveries have a place and a prospect here. */
  int room() {
    return switch (breaker.getState()) {
      case OPEN -> isIdle() && isRested() ? 1 : 0;
      case HALF_OPEN -> isIdle() ? 1 : 0;
      default -> Math.max(0, room - queue.size());
    };
  }

  /** Whether what waits here has no prospect for now. */
  boolean isHopeless() {
    return switch (breaker.getState()) {
      case OPEN -> !isRested();
      case HALF_OPEN -> !running.isEmpty();
      default -> false;
    };
  }

  private boolean isRested() {
    // As the breaker sees it, which permits nothing at the very instant.
    return clock.instant().isAfter(restsUntil);
  }

  /** Whether it rests because the target is dead. */
  boolean isOpen() {
    return breaker.getState() == State.OPEN || breaker.getState() == State.HALF_OPEN;
  }

  /** When one may be tried again, when it is open. */
  Instant restsUntil() {
    return restsUntil;
  }

  void add(Delivery delivery) {
    queue.addLast(delivery);
  }

  /** Whether a send to it runs for long. */
  boolean isSlow(long nanos) {
    return running.values().stream().anyMatch(since -> nanos - since > SLOW_NANOS);
  }

  /** Whether the target is slow or its last send failed, and so must not hold many workers. */
  boolean isSuspect(long nanos) {
    return lastFailed || isSlow(nanos);
  }

  /** Asks the breaker for the next send; must be followed by {@link #start}. */
  boolean permits() {
    return breaker.tryAcquirePermission();
  }

  Delivery start(long nanos) {
    Delivery next = queue.removeFirst();
    running.put(next, nanos);
    return next;
  }

  /** A send ended: with success when the target answered, whatever it said of the message. */
  void ended(Delivery delivery, boolean answered, long nanos) {
    Long since = running.remove(delivery);
    long took = since == null ? 0 : nanos - since;
    lastFailed = !answered;
    boolean wasOpen = breaker.getState() == State.OPEN;
    if (answered) {
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    } else {
      breaker.onError(took, TimeUnit.NANOSECONDS, new NotAnswered());
    }
    if (!wasOpen && breaker.getState() == State.OPEN) {
      restsUntil = clock.instant().plus(rest);
    }
  }

  List<Delivery> removeQueued(Predicate<Delivery> which) {
    List<Delivery> removed = new ArrayList<>(queue.stream().filter(which).toList());
    queue.removeAll(removed);
    return removed;
  }

  int queued() {
    return queue.size();
  }

  int running() {
    return running.size();
  }

  boolean isIdle() {
    return queue.isEmpty() && running.isEmpty();
  }

  /** Whether nothing is to be remembered of it. */
  boolean isForgettable() {
    return isIdle() && !lastFailed && breaker.getState() == State.CLOSED;
  }

  /** What the breaker counts; nobody throws it. */
  private static final class NotAnswered extends Exception {
    private static final long serialVersionUID = 1;

    NotAnswered() {
      super("not answered", null, false, false);
    }
  }
}
