package io.clausestream.pipeline.operator;

import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscriptions that are given with the run, in a form that goes to the operators. */
final class GivenSubscriptions implements Serializable {

  private static final long serialVersionUID = 1;

  private final ArrayList<io.clausestream.schema.Subscription> wire;

  GivenSubscriptions(List<Subscription> given) {
    wire =
        given.stream()
            .map(SubscriptionMapper::given)
            .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The subscriptions. */
  List<Subscription> read() {
    return wire.stream().map(SubscriptionMapper::toCore).toList();
  }

  /** Ids of the subscribers. */
  Set<String> subscribers() {
    return wire.stream()
        .map(io.clausestream.schema.Subscription::getSubscriberId)
        .collect(Collectors.toUnmodifiableSet());
  }
}
