package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Severity;
import java.time.Duration;
import java.util.Optional;

/** What is counted and measured of deliveries. Called by the engine's thread alone. */
public interface DeliveryMetrics {

  /** Counts nothing. */
  DeliveryMetrics NONE = new DeliveryMetrics() {};

  /** A delivery was recorded as delivered, so long after the fetch; empty when nothing tells. */
  default void delivered(ChannelKind channel, Severity severity, Optional<Duration> sinceFetch) {}

  /** A delivery was given up. */
  default void failed(ChannelKind channel) {}

  /** A delivery is to be sent again after an attempt, or for the first time later. */
  default void retried(ChannelKind channel) {}

  /** A delivery missed its objective. */
  default void late(ChannelKind channel, Severity severity) {}

  /** A message needs no delivery: its subscriber is unknown or has cancelled, or has no channel. */
  default void unaddressed(Severity severity) {}

  /** A record could not be decoded. */
  default void undecodable() {}

  /** So many deliveries wait in the table of retries, as far as this process owns it. */
  default void waiting(int deliveries) {}

  /** So many deliveries are sent and not recorded. */
  default void inFlight(int deliveries) {}

  /** So many targets rest because they are dead. */
  default void openCircuits(int circuits) {}

  /** Of so many targets more waits than memory has room for. */
  default void crowdedTargets(int targets) {}
}
