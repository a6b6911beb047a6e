package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.ChannelKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes alerts and digests to the channels of their subscribers, and records what became of each. A
 * message is sent first and recorded then, so a crash can repeat fewer than {@link
 * EngineLimits#maxInFlight()} deliveries, with the same ids, and lose none. Several processes of
 * one group share the work; each has an instance name of its own.
 *
 * <p>Memory is bounded whatever waits: some 350 bytes for each waiting delivery, up to {@link
 * EngineLimits#mostWaiting()}, and some 64 MB of messages; what is beyond stays on its topic. It
 * has one thread of its own, and one for each worker; all methods may be called by any thread.
 * Whoever opened it closes it, and the channels after it.
 */
public final class DeliveryEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSING_ROOM = Duration.ofSeconds(60);

  private final Function<EngineRun, EngineLoop> loops;
  private final Duration grace;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "delivery-engine");

  private DeliveryEngine(Function<EngineRun, EngineLoop> loops, Duration grace) {
    this.loops = loops;
    this.grace = grace;
    thread.setDaemon(true);
  }

  /** What the loop may ask of the engine. */
  interface EngineRun {
    boolean goesOn();
  }

  /**
   * Checks that the topics are there; nothing runs yet.
   *
   * @param channels the channel of each kind that is served; empty for a kind that is not
   * @param random for the jitter of the back-off; used by the engine's thread alone
   * @param metrics told by the engine's thread alone
   * @throws IllegalStateException when a topic is missing; the message says which, and the remedy
   * @throws io.clausestream.connector.kafka.BrokerUnavailableException when no broker answers
   */
  public static DeliveryEngine open(
      KafkaConnection connection,
      EngineSettings settings,
      Function<ChannelKind, Optional<Channel>> channels,
      Clock clock,
      RandomGenerator random,
      DeliveryMetrics metrics) {
    TopicCheck.require(connection, settings.topics());
    return new DeliveryEngine(
        run -> new EngineLoop(connection, settings, channels, clock, random, metrics, run::goesOn),
        settings.limits().grace());
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Whether it runs and has met nothing that it cannot overcome by itself. */
  public boolean isHealthy() {
    return thread.isAlive() && failure.get() == null;
  }

  /** What ended it; empty when nothing did. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  /**
   * Takes nothing in any more, lets sends that run end within the grace time, records, and leaves
   * the group. A second call does nothing. When the calling thread is interrupted, it returns at
   * once and the engine ends by itself.
   */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(grace.plus(CLOSING_ROOM).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean goesOn() {
    return closing.getCount() > 0;
  }

  private void run() {
    try (EngineLoop loop = loops.apply(this::goesOn)) {
      boolean begun = false;
      while (goesOn()) {
        begun = step(loop, begun);
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.info("Delivery was interrupted and ends");
    } catch (RuntimeException e) {
      failure.set(e);
      LOG.error("Delivery ends: {}", e.getMessage(), e);
    }
  }

  /** A broker that is away comes back; what cannot get better ends the engine. */
  private boolean step(EngineLoop loop, boolean begun) throws InterruptedException {
    try {
      if (!begun) {
        loop.begin();
      }
      loop.turn();
      return true;
    } catch (FencedInstanceIdException e) {
      throw new IllegalStateException(
          "Another process delivers under the same instance name: give each its own.", e);
    } catch (AuthenticationException | AuthorizationException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("Delivery waits for the broker: {}", e.toString());
      closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      return begun;
    }
  }
}
