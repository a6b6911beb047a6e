package io.clausestream.connector.delivery.engine;

import java.time.Duration;

/**
 * What the engine holds at most at any time.
 *
 * @param workers how many messages are sent at once
 * @param sendsPerCircuit how many of them to one target
 * @param queuedPerCircuit how many wait in memory for one target; the others wait on the topic
 * @param maxInFlight fewer than so many deliveries are sent and not yet recorded: what a crash can
 *     repeat
 * @param mostWaiting so many that wait on the topic have a place in memory, shared among targets
 * @param longestSend a send that lasts longer is interrupted
 * @param grace how long sends that run may take to end when the engine closes or hands partitions
 *     over
 */
public record EngineLimits(
    int workers,
    int sendsPerCircuit,
    int queuedPerCircuit,
    int maxInFlight,
    int mostWaiting,
    Duration longestSend,
    Duration grace) {

  /** Refuses limits under which nothing would be sent, or one target could hold all workers. */
  public EngineLimits {
    if (sendsPerCircuit < 1 || queuedPerCircuit < 1 || mostWaiting < 1) {
      throw new IllegalArgumentException(
          "Limits of a circuit and of what waits must be 1 or more: got %d sends, %d queued, %d waiting."
              .formatted(sendsPerCircuit, queuedPerCircuit, mostWaiting));
    }
    if (workers < 2 * sendsPerCircuit) {
      throw new IllegalArgumentException(
          "With %d workers and %d sends per target, one slow target delays the others: give at least %d workers."
              .formatted(workers, sendsPerCircuit, 2 * sendsPerCircuit));
    }
    if (maxInFlight <= workers) {
      throw new IllegalArgumentException(
          "The limit of %d deliveries in flight must be above that of %d workers, or some never work."
              .formatted(maxInFlight, workers));
    }
  }

  /** 24 workers, 2 for one target, fewer than 64 in flight. */
  public static EngineLimits defaults() {
    return new EngineLimits(24, 2, 16, 64, 200_000, Duration.ofMinutes(2), Duration.ofSeconds(10));
  }

  /** The same with other numbers of workers and sends per target. */
  public EngineLimits withWorkers(int all, int perCircuit) {
    return new EngineLimits(
        all, perCircuit, queuedPerCircuit, maxInFlight, mostWaiting, longestSend, grace);
  }

  /** The same with another limit of deliveries in flight. */
  public EngineLimits withMaxInFlight(int other) {
    return new EngineLimits(
        workers, sendsPerCircuit, queuedPerCircuit, other, mostWaiting, longestSend, grace);
  }

  /** The same with another limit of waiting deliveries. */
  public EngineLimits withMostWaiting(int other) {
    return new EngineLimits(
        workers, sendsPerCircuit, queuedPerCircuit, maxInFlight, other, longestSend, grace);
  }

  /** The same with other limits of time. */
  public EngineLimits withTimes(Duration send, Duration closing) {
    return new EngineLimits(
        workers, sendsPerCircuit, queuedPerCircuit, maxInFlight, mostWaiting, send, closing);
  }
}
