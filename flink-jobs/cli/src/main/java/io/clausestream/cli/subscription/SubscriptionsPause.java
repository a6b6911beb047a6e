package io.clausestream.cli.subscription;

import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code clausestream subscriptions pause}. */
@Command(
    name = "pause",
    description = "Tells the subscriber nothing for now; changes in between are not told later.")
final class SubscriptionsPause extends TermsChange {

  @Override
  Optional<SubscriptionTerms> change(SubscriptionTerms terms) {
    return to(SubscriptionState.PAUSED, terms);
  }
}
