package io.clausestream.connector.testkit;

import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionTerms;
import java.time.Instant;

/** Terms in force that nobody asked for on a topic. */
public final class GivenTerms {

  private GivenTerms() {}

  /** Their record, as if admitted when they begin. */
  public static Subscription of(
      String subscriberId, SubscriptionTerms terms, boolean alerts, Instant validFrom) {
    return Subscription.newBuilder()
        .setSubscriberId(subscriberId)
        .setTerms(terms)
        .setAlerts(alerts)
        .setValidFrom(validFrom)
        .setRequestId("given")
        .setAdmittedAt(validFrom)
        .setPartition(-1)
        .setOffset(-1)
        .setEngineVersion("test")
        .build();
  }
}
