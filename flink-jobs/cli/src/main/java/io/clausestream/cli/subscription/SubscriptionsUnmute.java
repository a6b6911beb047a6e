package io.clausestream.cli.subscription;

import io.clausestream.schema.Mute;
import io.clausestream.schema.SubscriptionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clausestream subscriptions unmute}. */
@Command(
    name = "unmute",
    description = "Tells the subscriber again of a document, or a provision, that was muted.")
final class SubscriptionsUnmute extends TermsChange {

  @Mixin private MuteOptions options;

  @Override
  Optional<SubscriptionTerms> change(SubscriptionTerms terms) {
    List<Mute> mutes = new ArrayList<>(terms.getMutes());
    return mutes.remove(options.mute())
        ? Optional.of(SubscriptionTerms.newBuilder(terms).setMutes(mutes).build())
        : Optional.empty();
  }
}
