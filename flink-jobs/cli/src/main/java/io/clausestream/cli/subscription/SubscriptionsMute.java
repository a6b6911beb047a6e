package io.clausestream.cli.subscription;

import io.clausestream.schema.Mute;
import io.clausestream.schema.SubscriptionTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clausestream subscriptions mute}. */
@Command(
    name = "mute",
    description = "Tells the subscriber no more of a document, or of a provision of it.")
final class SubscriptionsMute extends TermsChange {

  @Mixin private MuteOptions options;

  @Override
  Optional<SubscriptionTerms> change(SubscriptionTerms terms) {
    List<Mute> mutes = new ArrayList<>(terms.getMutes());
    if (mutes.contains(options.mute())) {
      return Optional.empty();
    }
    mutes.add(options.mute());
    return Optional.of(SubscriptionTerms.newBuilder(terms).setMutes(mutes).build());
  }
}
