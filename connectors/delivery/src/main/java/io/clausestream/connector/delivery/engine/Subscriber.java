package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Recipient;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionState;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What delivery needs of a subscription. */
record Subscriber(
    Recipient recipient, List<SubscriptionChannel> channels, boolean cancelled, long offset) {

  static Subscriber of(Subscription subscription) {
    return new Subscriber(
        new Recipient(
            subscription.getSubscriberId(),
            Locale.forLanguageTag(subscription.getTerms().getLanguage()),
            zone(subscription.getTerms().getTimeZone())),
        List.copyOf(subscription.getTerms().getChannels()),
        subscription.getTerms().getState() == SubscriptionState.CANCELLED,
        subscription.getOffset());
  }

  /** Requests with a wrong zone are refused; should one come through, its times are UTC. */
  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
