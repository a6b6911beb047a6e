package io.clausestream.pipeline.topology;

import io.clausestream.core.subscription.Subscription;
import java.util.List;

/**
 * What the topology can be told.
 *
 * @param subscriptions who is alerted of what; empty for nobody
 */
public record DetectionOptions(List<Subscription> subscriptions) {

  /** Nobody is alerted; changes are detected all the same. */
  public static final DetectionOptions NO_SUBSCRIPTIONS = new DetectionOptions(List.of());

  /** Copies the list. */
  public DetectionOptions {
    subscriptions = List.copyOf(subscriptions);
  }
}
