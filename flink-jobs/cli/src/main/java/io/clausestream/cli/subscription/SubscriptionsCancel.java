package io.clausestream.cli.subscription;

import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code clausestream subscriptions cancel}. */
@Command(
    name = "cancel",
    description = "Tells the subscriber nothing more. The terms are kept; forget deletes them.")
final class SubscriptionsCancel extends TermsChange {

  @Override
  Optional<SubscriptionTerms> change(SubscriptionTerms terms) {
    return to(SubscriptionState.CANCELLED, terms);
  }
}
