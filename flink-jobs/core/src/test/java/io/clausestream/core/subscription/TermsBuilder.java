package io.clausestream.core.subscription;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request that would be admitted, to be spoilt. */
final class TermsBuilder {

  String subscriberId = "ada";
  String plan = "monitor";
  Terms.State state = Terms.State.ACTIVE;
  List<String> platforms = List.of("Marrowby");
  List<String> documentTypes = List.of();
  List<String> categories = List.of();
  Severity minimumSeverity = Severity.LOW;
  List<Direction> directions = List.of();
  boolean provisionLevel;
  List<String> provisionIds = List.of();
  List<Mute> mutes = List.of();
  List<ChannelTarget> channels = List.of();
  String language = "en";
  String timeZone = "UTC";
  boolean digest = true;
  String digestDay = "MONDAY";
  int digestHour = 8;
  Instant validFrom;

  void with(String otherPlan, List<String> otherPlatforms) {
    plan = otherPlan;
    platforms = otherPlatforms;
  }

  SubscriptionRequest build() {
    return new SubscriptionRequest(
        subscriberId,
        new RequestedTerms(
            plan,
            state,
            platforms,
            documentTypes,
            categories,
            minimumSeverity,
            directions,
            provisionLevel,
            provisionIds,
            mutes,
            channels,
            language,
            timeZone,
            digest,
            digestDay,
            digestHour),
        Optional.ofNullable(validFrom));
  }
}
