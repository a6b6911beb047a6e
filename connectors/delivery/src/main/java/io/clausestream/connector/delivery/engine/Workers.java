package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.SendResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that send. All methods are for the engine's thread. */
final class Workers implements AutoCloseable {

  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Map<Delivery, Running> running = new HashMap<>();
  private final ExecutorService threads;
  private final long longestNanos;

  Workers(int count, Duration longestSend) {
    this.threads = Executors.newFixedThreadPool(count, daemons());
    this.longestNanos = longestSend.toNanos();
  }

  /** A send that ended. */
  record Ended(Delivery delivery, SendResult result) {}

  private record Running(Future<?> future, long since) {}

  void start(Delivery delivery) {
    Future<?> future = threads.submit(() -> ended.add(new Ended(delivery, send(delivery))));
    running.put(delivery, new Running(future, System.nanoTime()));
  }

  /** The next send that ended, waiting for it at most so long; empty when none did. */
  Optional<Ended> next(Duration wait) throws InterruptedException {
    Ended next = ended.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    if (next != null) {
      running.remove(next.delivery());
    }
    return Optional.ofNullable(next);
  }

  /** The deliveries that are being sent, or whose end nobody asked for yet. */
  Set<Delivery> running() {
    return Set.copyOf(running.keySet());
  }

  /** Interrupts sends that last too long. */
  void interruptOverdue() {
    long now = System.nanoTime();
    running.values().stream()
        .filter(r -> now - r.since() > longestNanos)
        .forEach(r -> r.future().cancel(true));
  }

  /** Interrupts all that runs; does not wait. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static SendResult send(Delivery delivery) {
    Way way = delivery.way();
    try {
      return way.channel().send(delivery.message(), way.recipient(), way.target());
    } catch (InterruptedException e) {
      // This thread is ours, and asked to stop this one send only.
      return new SendResult.Retry(
          "INTERRUPTED", "The send was stopped before its end.", Optional.empty());
    } catch (RuntimeException | Error e) {
      DeliveryLines.defect(delivery, e);
      return SendResult.Retry.alone(
          "CHANNEL_DEFECT", "The channel threw " + e.getClass().getName() + ".");
    }
  }

  private static ThreadFactory daemons() {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "delivery-worker-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
