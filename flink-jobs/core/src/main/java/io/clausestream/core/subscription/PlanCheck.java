package io.clausestream.core.subscription;

import io.clausestream.core.subscription.SubscriptionRefusal.Reason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a plan has what terms ask for. */
final class PlanCheck {

  private PlanCheck() {}

  /** The first thing that the plan does not have. */
  static Optional<SubscriptionRefusal> check(RequestedTerms terms, Plan plan) {
    return platforms(new HashSet<>(terms.platforms()), plan)
        .or(() -> provisions(terms, plan))
        .or(() -> channels(terms, plan))
        .or(() -> digest(terms, plan));
  }

  private static Optional<SubscriptionRefusal> platforms(Set<String> platforms, Plan plan) {
    if (plan.platforms().isEmpty()) {
      return Optional.empty();
    }
    int limit = plan.platforms().getAsInt();
    if (platforms.contains(Interest.ALL)) {
      return Optional.of(
          SubscriptionRefusal.of(
              Reason.ALL_PLATFORMS,
              "Plan '%s' watches up to %d platforms, but '*' asks for all; name them, or choose a"
                  + " plan without a limit.",
              plan.id(),
              limit));
    }
    return platforms.size() <= limit
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.PLATFORM_LIMIT,
                "Plan '%s' watches up to %d platforms, but %d are asked for; leave out %d, or choose"
                    + " a plan with more.",
                plan.id(),
                limit,
                platforms.size(),
                platforms.size() - limit));
  }

  private static Optional<SubscriptionRefusal> provisions(RequestedTerms terms, Plan plan) {
    boolean wanted = terms.provisionLevel() || !terms.provisionIds().isEmpty();
    return plan.provisionFilters() || !wanted
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.PROVISION_FILTERS,
                "Plan '%s' has no filters by provision, but provisionLevel is %b and %d provisionIds"
                    + " are named; leave them out, or choose a plan that has them.",
                plan.id(),
                terms.provisionLevel(),
                terms.provisionIds().size()));
  }

  private static Optional<SubscriptionRefusal> channels(RequestedTerms terms, Plan plan) {
    return terms.channels().stream()
        .map(ChannelTarget::kind)
        .filter(kind -> !plan.channels().contains(kind))
        .findFirst()
        .map(
            kind ->
                SubscriptionRefusal.of(
                    Reason.CHANNEL_KIND,
                    "Plan '%s' has no channel %s; leave it out, or choose a plan that has it.",
                    plan.id(),
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static Optional<SubscriptionRefusal> digest(RequestedTerms terms, Plan plan) {
    return plan.digest() || !terms.digest()
        ? Optional.empty()
        : Optional.of(
            SubscriptionRefusal.of(
                Reason.DIGEST,
                "Plan '%s' has no weekly digest, but digest is true; set it to false.",
                plan.id()));
  }
}
