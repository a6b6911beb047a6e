package io.clausestream.cli.deliver;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.Channels;
import io.clausestream.connector.delivery.engine.DeliveryEngine;
import io.clausestream.connector.delivery.engine.DeliveryMetrics;
import io.clausestream.connector.delivery.feed.FeedServer;
import io.clausestream.connector.kafka.BrokerUnavailableException;
import io.clausestream.connector.kafka.KafkaConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A running delivery: engine, channels, server of feeds, and what deletes the files of those who
 * are forgotten. Whoever starts it closes it.
 */
public final class Deliverer implements AutoCloseable {

  private final DeliveryEngine engine;
  private final Channels channels;
  private final @Nullable FeedServer feeds;
  private final Forgetter forgetter;

  private Deliverer(
      DeliveryEngine engine, Channels channels, @Nullable FeedServer feeds, Forgetter forgetter) {
    this.engine = engine;
    this.channels = channels;
    this.feeds = feeds;
    this.forgetter = forgetter;
  }

  /**
   * Starts it.
   *
   * @throws UserMistake when a setting is wrong, a topic is missing, no broker answers, or the port
   *     of feeds is taken
   */
  public static Deliverer start(
      KafkaConnection connection, DeliverySetup setup, DeliveryMetrics metrics) {
    Clock clock = Clock.systemUTC();
    Channels channels = channels(setup, clock);
    try {
      DeliveryEngine engine =
          DeliveryEngine.open(
              connection,
              setup.engine(),
              channels::of,
              clock,
              RandomGenerator.getDefault(),
              metrics);
      FeedServer feeds = feeds(setup);
      engine.start();
      return new Deliverer(engine, channels, feeds, Forgetter.start(connection, channels));
    } catch (IllegalStateException | BrokerUnavailableException e) {
      channels.close();
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      channels.close();
      throw e;
    }
  }

  private static Channels channels(DeliverySetup setup, Clock clock) {
    try {
      return Channels.open(setup.channels(), setup.secrets(), clock);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable FeedServer feeds(DeliverySetup setup) {
    if (setup.feeds().isEmpty()) {
      return null;
    }
    FeedPlace place = setup.feeds().get();
    try {
      return FeedServer.start(place.folder(), setup.secrets(), place.secretName(), place.address());
    } catch (IOException e) {
      throw new UserMistake(
          "Feeds cannot be served at %s (%s): choose another address or port with --feed-port."
              .formatted(place.address(), e.getMessage()),
          e);
    }
  }

  /** What ended it by itself; empty while it runs. */
  public Optional<RuntimeException> failure() {
    if (engine.isHealthy()) {
      return Optional.empty();
    }
    return engine.failure().or(() -> Optional.of(new IllegalStateException("Delivery ended.")));
  }

  /** Where feeds are served; empty when they are not. */
  public Optional<InetSocketAddress> feedAddress() {
    return Optional.ofNullable(feeds).map(FeedServer::address);
  }

  @Override
  public void close() {
    engine.close();
    forgetter.close();
    if (feeds != null) {
      feeds.close();
    }
    channels.close();
  }
}
