package io.clausestream.it;

import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.WireCodec;

/** Terms in force that nobody asked for on a topic. */
final class TestSubscriptions {

  private TestSubscriptions() {}

  /** The value of their record. */
  static byte[] given(Subscription subscription) {
    var wire =
        io.clausestream.schema.Subscription.newBuilder()
            .setSubscriberId(subscription.subscriberId())
            .setTerms(SubscriptionMapper.toWire(subscription.terms()))
            .setAlerts(subscription.alerts())
            .setValidFrom(subscription.validFrom())
            .setRequestId("given")
            .setAdmittedAt(subscription.validFrom())
            .setPartition(-1)
            .setOffset(-1)
            .setEngineVersion("test")
            .build();
    return WireCodec.of(io.clausestream.schema.Subscription.class).encode(wire);
  }
}
