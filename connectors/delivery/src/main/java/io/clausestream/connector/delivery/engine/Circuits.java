package io.clausestream.connector.delivery.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which delivery is sent next, so that no target delays another: each has a queue and a limit of
 * its own, they take turns, and those that are slow or fail share half of the workers. For one
 * thread.
 */
final class Circuits {

  private static final int MANY = 10_000;
  private static final long MOST_QUEUED_BYTES = 64L << 20;

  private final EngineLimits limits;
  private final CircuitPolicy policy;
  private final Clock clock;
  private final CircuitBreakerConfig config;
  private final Map<String, Circuit> circuits = new HashMap<>();
  private final Set<Circuit> waiting = new LinkedHashSet<>();
  private int running;
  private int queued;
  private long queuedBytes;

  Circuits(EngineLimits limits, CircuitPolicy policy, Clock clock) {
    this.limits = limits;
    this.policy = policy;
    this.clock = clock;
    this.config =
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(policy.calls())
            .minimumNumberOfCalls(policy.calls())
            .failureRateThreshold(policy.failurePercent())
            .waitDurationInOpenState(policy.rest())
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
  }

  /** How many more deliveries to this target have a place and a prospect. */
  int room(String circuit) {
    Circuit known = circuits.get(circuit);
    if (known == null) {
      return limits.queuedPerCircuit();
    }
    return isCrowded() && known.isSlow(System.nanoTime()) ? 0 : known.room();
  }

  /** Until when a target rests; empty when it does not. */
  Optional<Instant> restsUntil(String circuit) {
    return Optional.ofNullable(circuits.get(circuit))
        .filter(Circuit::isOpen)
        .map(Circuit::restsUntil);
  }

  void add(Delivery delivery) {
    Circuit circuit = circuits.computeIfAbsent(delivery.way().circuit(), this::make);
    circuit.add(delivery);
    waiting.add(circuit);
    queued++;
    queuedBytes += delivery.bytes();
  }

  /** The next delivery to send, which counts as running from now on; empty when none may. */
  Optional<Delivery> next() {
    long nanos = System.nanoTime();
    int suspects = running == 0 ? 0 : suspectsRunning(nanos);
    for (Circuit circuit : waiting) {
      if (running < limits.workers() && mayStart(circuit, suspects, nanos) && circuit.permits()) {
        return Optional.of(start(circuit, nanos));
      }
    }
    return Optional.empty();
  }

  /**
   * Takes out what waits in memory for targets that were found dead in the meantime, and where
   * memory is short, for those that are slow.
   */
  List<Delivery> removeHopeless() {
    boolean crowded = isCrowded();
    long nanos = System.nanoTime();
    return remove(
        waiting.stream().filter(c -> c.isHopeless() || (crowded && c.isSlow(nanos))).toList(),
        d -> true);
  }

  /** Whether more deliveries may be read into memory. */
  boolean hasMemory() {
    return queuedBytes < MOST_QUEUED_BYTES && queued < mostQueued();
  }

  /** Memory that the slow fill is missing to the others. */
  private boolean isCrowded() {
    return queuedBytes >= MOST_QUEUED_BYTES / 2 || queued >= mostQueued() / 2;
  }

  private int mostQueued() {
    return 8 * limits.maxInFlight();
  }

  List<Delivery> removeQueued(Predicate<Delivery> which) {
    return remove(List.copyOf(waiting), which);
  }

  void ended(Delivery delivery, boolean answered) {
    Circuit circuit = circuits.computeIfAbsent(delivery.way().circuit(), this::make);
    circuit.ended(delivery, answered, System.nanoTime());
    running--;
    if (circuits.size() > MANY) {
      circuits.values().removeIf(Circuit::isForgettable);
    }
  }

  int running() {
    return running;
  }

  int queued() {
    return queued;
  }

  long queuedBytes() {
    return queuedBytes;
  }

  /** How many targets rest. */
  int open() {
    return (int) circuits.values().stream().filter(Circuit::isOpen).count();
  }

  private boolean mayStart(Circuit circuit, int suspects, long nanos) {
    if (circuit.isSuspect(nanos)) {
      return circuit.running() < 1 && suspects < limits.workers() / 2;
    }
    return circuit.running() < limits.sendsPerCircuit();
  }

  private int suspectsRunning(long nanos) {
    return circuits.values().stream()
        .filter(c -> c.running() > 0 && c.isSuspect(nanos))
        .mapToInt(Circuit::running)
        .sum();
  }

  private Delivery start(Circuit circuit, long nanos) {
    Delivery delivery = circuit.start(nanos);
    // To the end of the line, so that targets take turns.
    waiting.remove(circuit);
    if (circuit.queued() > 0) {
      waiting.add(circuit);
    }
    running++;
    left(delivery);
    return delivery;
  }

  private List<Delivery> remove(List<Circuit> from, Predicate<Delivery> which) {
    List<Delivery> removed = new ArrayList<>();
    for (Circuit circuit : from) {
      removed.addAll(circuit.removeQueued(which));
    }
    for (Iterator<Circuit> i = waiting.iterator(); i.hasNext(); ) {
      if (i.next().queued() == 0) {
        i.remove();
      }
    }
    removed.forEach(this::left);
    return removed;
  }

  private void left(Delivery delivery) {
    queued--;
    queuedBytes -= delivery.bytes();
  }

  private Circuit make(String key) {
    return new Circuit(
        CircuitBreaker.of(key, config), clock, policy.rest(), limits.queuedPerCircuit());
  }
}
