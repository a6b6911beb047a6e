package io.clausestream.it;

import io.clausestream.connector.testkit.GivenTerms;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.WireCodec;

/** Terms in force that nobody asked for on a topic. */
final class TestSubscriptions {

  private TestSubscriptions() {}

  /** The value of their record. */
  static byte[] given(Subscription subscription) {
    var wire =
        GivenTerms.of(
            subscription.subscriberId(),
            SubscriptionMapper.toWire(subscription.terms()),
            subscription.alerts(),
            subscription.validFrom());
    return WireCodec.of(io.clausestream.schema.Subscription.class).encode(wire);
  }
}
