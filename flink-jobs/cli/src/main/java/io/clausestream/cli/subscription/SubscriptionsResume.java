package io.clausestream.cli.subscription;

import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code clausestream subscriptions resume}. */
@Command(name = "resume", description = "Tells a paused subscriber of changes again, from now on.")
final class SubscriptionsResume extends TermsChange {

  @Override
  Optional<SubscriptionTerms> change(SubscriptionTerms terms) {
    return to(SubscriptionState.ACTIVE, terms);
  }
}
